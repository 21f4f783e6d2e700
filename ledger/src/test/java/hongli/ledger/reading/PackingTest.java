package hongli.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.Price;
import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.projector.Derivation;
import hongli.ledger.trial.Golden;
import hongli.ledger.wire.TermsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is packed comes out as it went in, and what nobody packed does not come out at all.
final class PackingTest {
    private static final Bytes NONE = Bytes.of(new byte[32]);
    private static final Wide HUGE = Wide.product(Long.MAX_VALUE, 1L << 60);

    static Stream<Golden> scenarios() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void keepsEveryLineAndEveryPriceOfTheGoldenScenarios(Golden golden) {
        Derived derived = derive(golden);
        assertThat(unpacked(derived.postings())).isEqualTo(expected(derived.postings()));
        assertThat(unpackedPrices(derived.prices())).isEqualTo(derived.prices());
    }

    private static Derived derive(Golden golden) {
        var charter = new Charter(1, new ProgrammeId("p"), "p", TermsJson.text(golden.terms()), -1, NONE);
        var programme = Programme.open(golden.terms());
        var derivation = Derivation.of(charter);
        derivation.add(charter);
        long position = 0;
        for (Command command : golden.commands()) {
            position++;
            derivation.add(new Entry(position, "k", command, programme.apply(command), position * 1_000_003));
        }
        return derivation.take();
    }

    /// Statements keep places of these words: new ones go to the end, none may move.
    @Test
    void keepsThePlacesOfCommands() {
        assertThat(String.join(" ", StatementWriter.TYPES))
                .startsWith("order.settled member.joined order.reversed points.redeemed points.converted"
                        + " constant.spent constant.exchanged cash.withdrawn funds.held funds.captured"
                        + " funds.released day.closed programme.closed programme.opened");
    }

    @Test
    void keepsAmountsOfEverySize() {
        List<Posting> postings = new ArrayList<>();
        for (Wide amount : List.of(Wide.of(1), Wide.of(Long.MAX_VALUE), Wide.of(1_000_000_000_000L), HUGE)) {
            for (Account.Kind kind : List.of(Account.Kind.CASH, Account.Kind.POINTS, Account.Kind.QUOTA)) {
                var from = new Account(kind, new MemberId("甲"));
                var to = new Account(kind, new MemberId("\\".repeat(128)));
                var transfer = new Transfer(Transfer.Reason.WIND_UP, from, to, amount);
                postings.add(new Posting(7, postings.size(), Instant.EPOCH, transfer, "a.new.command", "甲"));
            }
        }
        assertThat(unpacked(postings)).isEqualTo(expected(postings));
    }

    @Test
    void keepsPricesOfEverySize() {
        var random = new Random(20261121);
        List<PricePoint> points = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < 1_000; i++) {
            position += 1 + random.nextLong(1L << random.nextInt(40));
            var pool = new Money(random.nextLong(1L << random.nextInt(1, 63)));
            var circulating = new Points(random.nextLong(1L << random.nextInt(1, 63)));
            boolean fraction = pool.fen() > 0 && circulating.micro() > 0 && random.nextBoolean();
            var price = fraction
                    ? new Price(pool.fen(), circulating.micro())
                    : new Price(1 + random.nextInt(3), Long.MAX_VALUE);
            var burned = new Points(random.nextBoolean() ? 0 : random.nextLong(1L << random.nextInt(1, 63)));
            points.add(new PricePoint(
                    position, Instant.EPOCH.plusSeconds(random.nextInt()), pool, circulating, price, burned));
        }
        assertThat(unpackedPrices(points)).isEqualTo(points);
    }

    @Test
    void refusesWhatNobodyPacked() {
        var random = new Random(7);
        StatementRow row = StatementWriter.rows(
                        derive(Golden.all().findFirst().orElseThrow()).postings())
                .getFirst();
        byte[] sound = row.content().array();
        for (int length = 0; length < sound.length; length++) {
            byte[] bytes = Arrays.copyOf(sound, length);
            readsOrRefuses(bytes);
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            readsOrRefuses(bytes);
        }
        var run = PriceRun.of(List.of(
                        new PricePoint(1, Instant.EPOCH, Money.ZERO, Points.ZERO, new Price(1, 1), Points.ZERO)))
                .getFirst();
        for (PriceRun wrong : List.of(
                new PriceRun(2, 1, 0, 0, 1, run.content()),
                new PriceRun(1, 2, 0, 0, 1, run.content()),
                new PriceRun(1, 1, 1, 0, 1, run.content()),
                new PriceRun(1, 1, 0, 1, 1, run.content()),
                new PriceRun(1, 1, 0, 0, 2, run.content()),
                new PriceRun(1, 1, 0, 0, 1, Bytes.of(new byte[] {1})),
                new PriceRun(1, 1, 0, 0, 1, Bytes.of(new byte[0])))) {
            assertThatThrownBy(wrong::points).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void readsOrRefuses(byte[] bytes) {
        try {
            assertThat(new StatementRow(new MemberId("A"), 1, Bytes.of(bytes)).lines())
                    .isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static Map<MemberId, List<StatementLine>> unpacked(List<Posting> postings) {
        Map<MemberId, List<StatementLine>> lines = new LinkedHashMap<>();
        for (StatementRow row : StatementWriter.rows(postings)) {
            lines.computeIfAbsent(row.member(), _ -> new ArrayList<>()).addAll(row.lines());
        }
        return lines;
    }

    private static List<PricePoint> unpackedPrices(List<PricePoint> points) {
        return PriceRun.of(points).stream()
                .flatMap(run -> run.points().stream())
                .toList();
    }

    private static Map<MemberId, List<StatementLine>> expected(List<Posting> postings) {
        Map<MemberId, List<StatementLine>> lines = new LinkedHashMap<>();
        for (Posting posting : postings) {
            Transfer transfer = posting.transfer();
            Wide lost = Wide.ZERO.minus(transfer.amount());
            expect(lines, posting, new Leg(2 * posting.line(), transfer.from(), lost, transfer.to()));
            expect(lines, posting, new Leg(2 * posting.line() + 1, transfer.to(), transfer.amount(), transfer.from()));
        }
        return lines;
    }

    /// One side of a transfer.
    private record Leg(int line, Account own, Wide change, Account counter) {}

    private static void expect(Map<MemberId, List<StatementLine>> lines, Posting posting, Leg leg) {
        MemberId member = leg.own().member();
        if (member != null) {
            lines.computeIfAbsent(member, _ -> new ArrayList<>())
                    .add(new StatementLine(
                            posting.position(),
                            leg.line(),
                            posting.at(),
                            posting.transfer().reason(),
                            leg.own().kind(),
                            leg.change(),
                            leg.counter(),
                            posting.commandType(),
                            posting.subject()));
        }
    }
}
