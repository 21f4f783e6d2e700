package hongli.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What the rooms ask of each other and of the classes in them.
final class HouseRules {
    private static final String ECONOMY = "hongli.economy..";
    private static final String LEDGER = "hongli.ledger..";
    private static final String MALL = "hongli.mall..";
    private static final String WEB = "hongli.web..";
    private static final String APP = "hongli.app..";
    private static final String SPRING = "org.springframework..";
    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        return Map.ofEntries(
                Map.entry("the economy stands on the language alone", economyStandsAlone()),
                Map.entry("the economy neither knows the time nor rolls dice", economyIsPure()),
                Map.entry("the economy is silent", economyIsSilent()),
                Map.entry("the economy counts exactly", countsExactly(ECONOMY, _ -> true)),
                Map.entry("the ledger's door counts exactly", countsExactly(LEDGER, HouseRules::isPublic)),
                Map.entry("the ledger does not call upwards", noCalls(LEDGER, MALL, WEB, APP)),
                Map.entry("the mall does not call upwards", noCalls(MALL, WEB, APP)),
                Map.entry("the counter does not call upwards", noCalls(WEB, APP)),
                Map.entry("only the counter and the front door know the container", noContainerBelow()),
                Map.entry("no package is named after a layer", packagesAreSubjects()),
                Map.entry("no class is named after its helplessness", classesAreNouns()),
                Map.entry("no field is open to change by others", fieldsAreClosed()),
                Map.entry("nothing is null unless it says so", packagesAreNullMarked()));
    }

    private static ArchRule economyStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(ECONOMY)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ECONOMY, "java..", "org.jspecify..");
    }

    private static ArchRule economyIsPure() {
        return noClasses()
                .that()
                .resideInAPackage(ECONOMY)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, SplittableRandom.class, Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.random..", "java.util.concurrent..", "java.security..");
    }

    private static ArchRule economyIsSilent() {
        return noClasses()
                .that()
                .resideInAPackage(ECONOMY)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.nio.file..", "java.net..");
    }

    private static ArchRule countsExactly(String room, Predicate<JavaCodeUnit> door) {
        return classes().that().resideInAPackage(room).should(new ArchCondition<>("hold and take no floats") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field ->
                                room.equals(ECONOMY) || field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field -> isInexact(field.getRawType()))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getFullName())));
                type.getCodeUnits().stream()
                        .filter(door)
                        .filter(unit -> Stream.concat(
                                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                                .anyMatch(HouseRules::isInexact))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
            }
        });
    }

    private static boolean isInexact(JavaClass type) {
        return INEXACT.contains(type.getBaseComponentType().getName());
    }

    private static boolean isPublic(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                && unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static ArchRule noCalls(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    private static ArchRule noContainerBelow() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(WEB, APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SPRING);
    }

    private static ArchRule packagesAreSubjects() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..", "..services..", "..dto..", "..impl..", "..util..", "..utils..", "..common..");
    }

    private static ArchRule classesAreNouns() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Service|Dto|DTO)");
    }

    private static ArchRule fieldsAreClosed() {
        return fields().that().arePublic().should().beFinal();
    }

    private static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<>("lie in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        });
    }
}
