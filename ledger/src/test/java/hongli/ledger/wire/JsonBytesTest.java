package hongli.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Decimals;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// What is written straight to bytes must be word for word what the trees say.
final class JsonBytesTest {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "m00042",
            "\"",
            "\\",
            "a\nb",
            "\u0000",
            "\u007f",
            "\u0080",
            "红利",
            "😀",
            "\ud83d",
            "\ude00",
            "~ ",
            "x".repeat(1_000),
            "红".repeat(1_000));
    private static final List<Long> NUMBERS =
            List.of(0L, 1L, 9L, 10L, 11L, 99L, 100L, 999_999L, 1_000_000L, -1L, -10L, Long.MAX_VALUE, Long.MIN_VALUE);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    @Test
    void writesTextsAsTheTreeDoes() {
        for (String text : TEXTS) {
            assertThat(written(new JsonBytes(0).text(text))).isEqualTo(Json.text(text));
        }
    }

    @Test
    void writesNumbersAsTheTreeDoes() {
        for (long number : NUMBERS) {
            assertThat(written(new JsonBytes(1).number(number))).isEqualTo(Json.text(number));
        }
        for (long power = 1; power > 0 && power <= Long.MAX_VALUE / 10; power *= 10) {
            assertThat(written(new JsonBytes(1).number(power - 1))).isEqualTo(Json.text(power - 1));
            assertThat(written(new JsonBytes(1).number(power))).isEqualTo(Json.text(power));
        }
        for (int bit = 0; bit < 63; bit++) {
            assertThat(written(new JsonBytes(1).number(1L << bit))).isEqualTo(Json.text(1L << bit));
            assertThat(written(new JsonBytes(1).number((1L << bit) - 1))).isEqualTo(Json.text((1L << bit) - 1));
        }
    }

    @Test
    void writesDecimalsOfAnySize() {
        for (int decimals : new int[] {0, 2, 6, 14}) {
            for (long number : NUMBERS) {
                writes(Wide.of(number), decimals);
            }
            for (int i = 0; i < 2_000; i++) {
                writes(Wide.of(random.nextLong() >> random.nextInt(64)), decimals);
                writes(new Wide(random.nextLong() >> random.nextInt(1, 64), random.nextLong()), decimals);
            }
        }
    }

    @Test
    void writesFactsAsTheTreeDoes() {
        for (int i = 0; i < 1_000; i++) {
            Fact fact = fact();
            var out = new JsonBytes(16).plain('{');
            FactJsonWriter.write(out, fact);
            assertThat(written(out.plain('}'))).isEqualTo(Json.text(FactJson.fields(fact)));
        }
    }

    private static void writes(Wide number, int decimals) {
        assertThat(written(new JsonBytes(3).decimal(number, decimals)))
                .isEqualTo("\"" + Decimals.format(number, decimals) + "\"");
    }

    private static String written(JsonBytes out) {
        assertThat(out.toBytes()).hasSize(out.size());
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    private Fact fact() {
        List<Transfer> transfers = new ArrayList<>();
        Transfer.Reason[] reasons = Transfer.Reason.values();
        for (int left = random.nextInt(40); left > 0; left--) {
            Account from = account();
            Account to = account();
            if (from.kind().unit() == to.kind().unit()) {
                transfers.add(new Transfer(reasons[random.nextInt(reasons.length)], from, to, amount()));
            }
        }
        List<Promotion> promotions = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            promotions.add(new Promotion(member(), random.nextInt(11)));
        }
        List<PicoFen> perHead = List.of(new PicoFen(amount()), PicoFen.ZERO);
        LocalDate date = random.nextBoolean() ? null : LocalDate.of(2026, 2, 28);
        return new Fact(
                transfers,
                promotions,
                random.nextInt(4) > 0 ? null : new Dividend(date, new PicoFen(amount()), perHead));
    }

    private Account account() {
        Account.Kind[] kinds = Account.Kind.values();
        Account.Kind kind = kinds[random.nextInt(kinds.length)];
        return new Account(kind, kind.isOfMember() ? member() : null);
    }

    private MemberId member() {
        return new MemberId(random.nextBoolean() ? "m" + random.nextInt(100) : "王五\"" + random.nextInt(100));
    }

    private Wide amount() {
        return new Wide(
                random.nextInt(4) > 0 ? 0 : random.nextLong() >>> 8, random.nextLong() >>> random.nextInt(64) | 1);
    }
}
