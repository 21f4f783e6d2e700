package hongli.economy.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalsTest {
    @ParameterizedTest
    @CsvSource({"0,0,0", "7,0,7", "0,2,0.00", "5,2,0.05", "2150,2,21.50", "-5,2,-0.05", "1,14,0.00000000000001"})
    void writesJustSoManyDecimals(long value, int decimals, String text) {
        assertThat(Decimals.format(Wide.of(value), decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.00,0", "-0,0", "1,100", "1.5,150", "001.05,105", "100.00,10000", "9.99,999", "10,1000"})
    void readsWholeNumbersOfTheUnit(String text, long value) {
        assertThat(Decimals.read(text, 2, 1000_00)).isEqualTo(new Decimals.Reading.Whole(value));
    }

    @ParameterizedTest
    @CsvSource({
        "'',NOT_A_DECIMAL",
        "-,NOT_A_DECIMAL",
        ".5,NOT_A_DECIMAL",
        "5.,NOT_A_DECIMAL",
        "1e3,NOT_A_DECIMAL",
        "+1,NOT_A_DECIMAL",
        "--1,NOT_A_DECIMAL",
        "1.2.3,NOT_A_DECIMAL",
        "' 1',NOT_A_DECIMAL",
        "'1,0',NOT_A_DECIMAL",
        "１,NOT_A_DECIMAL",
        "0x1,NOT_A_DECIMAL",
        "1.005,TOO_MANY_DECIMALS",
        "1.000,TOO_MANY_DECIMALS",
        "-0.01,NEGATIVE",
        "-1000000,NEGATIVE",
        "1000.01,TOO_LARGE",
        "99999999999999999999999999999999999999,TOO_LARGE"
    })
    void saysWhyATextIsNoAmount(String text, Decimals.Fault fault) {
        assertThat(Decimals.read(text, 2, 1000_00)).isEqualTo(new Decimals.Reading.Unreadable(fault));
    }

    @Test
    void readsBackWhatItWrote() {
        Seeds.each(200, random -> {
            for (int i = 0; i < 100; i++) {
                int decimals = random.nextInt(15);
                long value = random.nextLong() >>> (1 + random.nextInt(63));
                String text = Decimals.format(Wide.of(value), decimals);
                assertThat(text).isEqualTo(new BigDecimal(BigInteger.valueOf(value), decimals).toPlainString());
                assertThat(Decimals.read(text, decimals, Long.MAX_VALUE)).isEqualTo(new Decimals.Reading.Whole(value));
                assertThat(Decimals.read(text, decimals, value)).isEqualTo(new Decimals.Reading.Whole(value));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,0.000001",
        "300000,0.3",
        "1000000,1",
        "10000000,10",
        "100000000000000,100000000",
        "1050000,1.05"
    })
    void writesARateWithoutTrailingZeros(long millionths, String text) {
        assertThat(new Rate(millionths)).hasToString(text);
        assertThat(Decimals.read(text, 6, Limits.MILLIONTHS)).isEqualTo(new Decimals.Reading.Whole(millionths));
    }
}
