package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.economy.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The engine ends every golden scenario in the expected state, byte for byte.
final class GoldenEngineTest {
    @TestFactory
    Stream<DynamicTest> engineEndsInTheGoldenState() {
        return Scenario.golden().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), () -> assertThat(end(scenario)).isEqualTo(scenario.state())));
    }

    private static String end(Scenario scenario) {
        Programme programme = Programme.open(scenario.terms());
        List<Long> rejected = new ArrayList<>();
        long number = 0;
        for (Optional<Command> line : scenario.lines()) {
            number++;
            if (line.isEmpty() || programme.apply(line.get()) instanceof Outcome.Refused) {
                rejected.add(number);
            }
        }
        programme.audit();
        return Duel.text(programme, rejected);
    }
}
