package hongli.ledger.projector;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.trial.Golden;
import hongli.ledger.wire.TermsJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DerivationTest {
    private static final Bytes NONE = Bytes.of(new byte[32]);

    static Stream<Golden> scenarios() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellsTheEnginesPriceAfterEveryCommand(Golden golden) {
        var charter = new Charter(1, new ProgrammeId("p"), "p", TermsJson.text(golden.terms()), 0, NONE);
        var programme = Programme.open(golden.terms());
        var derivation = Derivation.of(charter);
        derivation.add(charter);
        PricePoint point = derivation.take().prices().getFirst();
        long position = 0;
        for (Command command : golden.commands()) {
            position++;
            derivation.add(new Entry(position, "k", command, programme.apply(command), 0));
            List<PricePoint> told = derivation.take().prices();
            point = told.isEmpty() ? point : told.getLast();
            var totals = programme.totals();
            assertThat(List.of(point.pool(), point.circulating(), point.price(), point.issued(), point.burned()))
                    .as("position %d", position)
                    .isEqualTo(List.<Record>of(
                            totals.pool(), totals.circulating(), totals.price(), totals.issued(), totals.burned()));
        }
    }
}
