package hongli.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(HouseRulesTest::isMain).importPackages("hongli");

    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importPackages(
                    "hongli.economy.planted", "hongli.ledger.planted", "hongli.mall.planted", "hongli.web.planted");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheHouse(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void catchesAPlantedFault(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void seesAllRooms() {
        for (var room : new String[] {"economy", "ledger", "mall", "web", "app"}) {
            assertThat(HOUSE).anyMatch(type -> type.getPackageName().startsWith("hongli." + room));
        }
    }

    static Stream<Named<ArchRule>> rules() {
        return HouseRules.all().entrySet().stream().map(rule -> Named.of(rule.getKey(), rule.getValue()));
    }

    private static boolean isMain(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
