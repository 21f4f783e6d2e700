package hongli.economy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hongli.economy.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The judge itself is judged by the golden scenarios.
final class GoldenModelTest {
    @Test
    void findsTheGoldenScenarios() {
        assumeFalse(Scenario.golden().isEmpty(), "no folder ../shared/golden: golden scenarios skipped");
        assertThat(Scenario.golden()).hasSizeGreaterThanOrEqualTo(16);
    }

    @TestFactory
    Stream<DynamicTest> modelEndsInTheGoldenState() {
        return Scenario.golden().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), () -> assertThat(end(scenario)).isEqualTo(scenario.state())));
    }

    private static String end(Scenario scenario) {
        EagerProgramme programme = new EagerProgramme(scenario.terms());
        List<Long> rejected = new ArrayList<>();
        long number = 0;
        for (Optional<Command> line : scenario.lines()) {
            number++;
            if (line.isEmpty() || programme.apply(line.get()).isPresent()) {
                rejected.add(number);
            }
        }
        return programme.state(rejected);
    }
}
