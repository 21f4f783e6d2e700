package hongli.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer;
import hongli.economy.fact.ValueFault;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FoliosTest {
    private static final long NOW = 1_700_000_000_000_000L;
    private static final Bytes NONE = Bytes.of(new byte[0]);
    private static final Command ORDER =
            new Command.SettleOrder(new OrderId("o1"), new MemberId("m1"), new Money(10_000), new Money(10_000));

    private final SlipWriter slips = new SlipWriter();
    private final FolioWriter writer = new FolioWriter();

    @Test
    void bringsEveryRefusalBackWithAllItsNumbers() throws ReflectiveOperationException {
        for (Class<?> type : Refusal.class.getPermittedSubclasses()) {
            comesBack(new Outcome.Refused(sample(type)));
        }
        for (ValueFault fault : ValueFault.values()) {
            comesBack(new Outcome.Refused(new Refusal.ValueUnsound("amount", fault, "\"0\n")));
        }
    }

    @Test
    void bringsFactsBackWhateverIsInThem() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 2_000; i++) {
            comesBack(new Outcome.Applied(fact(random)));
        }
    }

    @Test
    void writesAnOrderInFiftyBytes() {
        var buyer = new MemberId("customer-0042");
        var shop = new Account(Account.Kind.SHOP, null);
        var fact = new Fact(
                List.of(
                        new Transfer(
                                Transfer.Reason.CONTRIBUTION,
                                shop,
                                new Account(Account.Kind.POOL, null),
                                Wide.product(3_000, PicoFen.PER_FEN)),
                        new Transfer(
                                Transfer.Reason.GRANT,
                                new Account(Account.Kind.UNISSUED, null),
                                new Account(Account.Kind.POINTS, buyer),
                                Wide.of(21_000_000)),
                        new Transfer(
                                Transfer.Reason.GRANT,
                                new Account(Account.Kind.UNGRANTED, null),
                                new Account(Account.Kind.QUOTA, buyer),
                                Wide.product(20_000, PicoFen.PER_FEN))),
                List.of(),
                null);
        for (int i = 0; i < 100; i++) {
            var order =
                    new Command.SettleOrder(new OrderId("order-100" + i), buyer, new Money(12_345), new Money(12_345));
            writer.add(slips.slip(order.order().text(), order), new Outcome.Applied(fact), NOW);
        }
        assertThat(writer.take().length / 100).isLessThan(50);
    }

    @Test
    void bringsEveryEntryOfAFolioBack() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        for (int round = 0; round < 100; round++) {
            List<Entry> entries = new ArrayList<>();
            long at = NOW;
            for (int i = 1 + random.nextInt(50); i > 0; i--) {
                Command command = CommandJson.parse(
                        CommandJsonTest.CANONICAL.get(random.nextInt(CommandJsonTest.CANONICAL.size())));
                String key = random.nextBoolean() ? CommandBytes.name(command) : "键" + i;
                at += random.nextInt(-1, 2) * 1_000L;
                Outcome outcome = random.nextInt(10) == 0
                        ? new Outcome.Refused(new Refusal.NoPool())
                        : new Outcome.Applied(fact(random));
                entries.add(new Entry(7 + entries.size(), key.isEmpty() ? "k" : key, command, outcome, at));
            }
            byte[] content = content(entries);
            assertThat(read(content, entries.size())).isEqualTo(entries);
            assertThat(content(entries)).isEqualTo(content);
        }
    }

    @Test
    void refusesBytesThatAreCutOrLengthened() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = content(new Outcome.Applied(fact(random)));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> read(cut, 1)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 1), 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private byte[] content(List<Entry> entries) {
        entries.forEach(
                entry -> writer.add(slips.slip(entry.key(), entry.command()), entry.outcome(), entry.atMicros()));
        return writer.take();
    }

    private byte[] content(Outcome outcome) {
        return content(List.of(new Entry(7, "k", ORDER, outcome, NOW)));
    }

    private static List<Entry> read(byte[] content, int count) {
        return FolioReader.entries(new Folio(1, 7, count, Bytes.of(content), NONE));
    }

    /// The journal keeps places of these words: new ones go to the end, none may move.
    @Test
    void keepsThePlacesOfReasonsAndAccounts() {
        assertThat(Arrays.toString(Transfer.Reason.values()))
                .startsWith("[FOUNDING, CONTRIBUTION, GRANT, REFERRAL, REVERSAL, REDEMPTION, CONVERSION, SPENDING,"
                        + " EXCHANGE, WITHDRAWAL, HOLD, CAPTURE, RELEASE, DIVIDEND, DIVIDEND_BOOKED, LAST_DIVIDEND,"
                        + " FORCED_SALE, LEFTOVER, WIND_UP");
        assertThat(Arrays.toString(Account.Kind.values()))
                .startsWith("[SHOP, FOUNDER_PAYMENT, POOL, FIXED_FUND, TIER_FUND, DIVIDENDS, CASH, HELD_CASH,"
                        + " WITHDRAWN, RESIDUAL, UNISSUED, POINTS, TREASURY, FOUNDER_POINTS, BURNED,"
                        + " UNISSUED_CONSTANT, CONSTANT, HELD_CONSTANT, UNGRANTED, QUOTA");
    }

    private void comesBack(Outcome outcome) {
        byte[] bytes = content(outcome);
        List<Entry> read = read(bytes, 1);
        assertThat(read).containsExactly(new Entry(7, "k", ORDER, outcome, NOW));
        assertThat(content(read)).isEqualTo(bytes);
        String text = OutcomeJson.text(outcome);
        assertThat(Json.object(text))
                .isInstanceOfSatisfying(
                        Json.Reading.Parsed.class,
                        parsed -> assertThat(OutcomeJson.parse(parsed.fields())).isEqualTo(outcome));
    }

    private static Refusal sample(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = sampleValue(types[i].getSimpleName());
        }
        return (Refusal) type.getConstructor(types).newInstance(values);
    }

    private static Object sampleValue(String type) {
        return switch (type) {
            case "MemberId" -> new MemberId("王五 \"x\"");
            case "OrderId" -> new OrderId("o\\1");
            case "HoldId" -> new HoldId("h");
            case "Money" -> new Money(1L << 62);
            case "Points" -> new Points(1);
            case "PicoFen" -> new PicoFen(new Wide(1L << 38, -1));
            case "LocalDate" -> LocalDate.of(2026, 2, 28);
            case "ValueFault" -> ValueFault.TOO_LARGE;
            case "String" -> "amount";
            default -> throw new AssertionError(type);
        };
    }

    private static Fact fact(RandomGenerator random) {
        List<Transfer> transfers = new ArrayList<>();
        List<Promotion> promotions = new ArrayList<>();
        int members = 1 + random.nextInt(30);
        for (int left = random.nextInt(40); left > 0; left--) {
            Account from = account(random, members);
            Account to = account(random, members);
            if (from.kind().unit() == to.kind().unit()) {
                List<Transfer.Reason> reasons = List.of(Transfer.Reason.values());
                transfers.add(new Transfer(reasons.get(random.nextInt(reasons.size())), from, to, amount(random)));
            }
        }
        for (int left = random.nextInt(3); left > 0; left--) {
            promotions.add(new Promotion(new MemberId("m" + random.nextInt(members)), random.nextInt(11)));
        }
        return new Fact(transfers, promotions, dividend(random));
    }

    private static @Nullable Dividend dividend(RandomGenerator random) {
        if (random.nextBoolean()) {
            return null;
        }
        List<PicoFen> perHead = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            perHead.add(new PicoFen(amount(random)));
        }
        return new Dividend(
                random.nextBoolean() ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000)),
                random.nextBoolean() ? PicoFen.ZERO : new PicoFen(amount(random)),
                perHead);
    }

    private static Account account(RandomGenerator random, int members) {
        List<Account.Kind> kinds = List.of(Account.Kind.values());
        Account.Kind kind = kinds.get(random.nextInt(kinds.size()));
        return new Account(kind, kind.isOfMember() ? new MemberId("m" + random.nextInt(members)) : null);
    }

    private static Wide amount(RandomGenerator random) {
        int bits = 1 + random.nextInt(126);
        Wide wide = new Wide(random.nextLong() >>> 1, random.nextLong());
        long high = bits > 64 ? wide.high() >>> 127 - bits : 0;
        long low = bits > 64 ? wide.low() : wide.low() >>> 64 - bits;
        return new Wide(high, low | 1);
    }
}
