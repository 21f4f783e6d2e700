package hongli.economy.model;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The engine reproduces the golden scenarios, and keeps every law after every one of their commands.
final class GoldenEngineTest {
    @TestFactory
    Stream<DynamicTest> engineEndsInTheGoldenState() {
        return Scenario.golden().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), () -> assertThat(end(scenario)).isEqualTo(scenario.state())));
    }

    private static String end(Scenario scenario) throws IOException {
        Programme programme = Programme.open(scenario.terms());
        List<Long> rejected = new ArrayList<>();
        long number = 0;
        for (Optional<Command> line : scenario.lines()) {
            number++;
            if (line.isEmpty() || programme.apply(line.get()) instanceof Outcome.Refused) {
                rejected.add(number);
            }
            programme.audit();
        }
        StringBuilder state = new StringBuilder();
        programme.writeState(state, rejected);
        return state.toString();
    }
}
