package hongli.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "-3.00|-3.00",
                "0.001|0.001",
                ".5|0.5",
                "1,234.50|1234.50",
                "￥12.5|12.5",
                "-$1,000|-1000",
                "+7|7"
            })
    void readsAmountsExactly(String text, BigDecimal number) {
        assertThat(Decimal.read(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "twelve", "1.2.3", "1,23", "1e9", "--1", "12元", "NaN", "１２"})
    void doesNotGuess(String text) {
        assertThat(Decimal.read(text)).isEmpty();
    }
}
