package hongli.economy.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hongli.economy.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountsTest {
    @Test
    void writesEachAmountWithTheDecimalsOfItsUnit() {
        assertThat(new Money(10000)).hasToString("100.00");
        assertThat(new Points(21_000_000)).hasToString("21.000000");
        assertThat(PicoFen.of(new Money(1))).hasToString("0.01000000000000");
        assertThat(new Money(Limits.MONEY_FEN)).hasToString("46116860184273879.04");
    }

    @Test
    void refusesAnythingBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Points(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PicoFen(Wide.of(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(1, 0));
    }

    @Test
    void aPartOfAFenStaysBehindInWholeFen() {
        assertThat(new PicoFen(Wide.of(1_999_999_999_999L)).toMoney()).isEqualTo(new Money(1));
        assertThat(PicoFen.of(new Money(Limits.MONEY_FEN)).toMoney()).isEqualTo(new Money(Limits.MONEY_FEN));
    }

    @Test
    void aPartFloorsAndAFeeDoesNot() {
        Rate third = new Rate(333_333);
        assertThat(third.part(10)).isEqualTo(Wide.of(3));
        assertThat(third.partUp(10)).isEqualTo(Wide.of(4));
        assertThat(third.partUp(0)).isEqualTo(Wide.ZERO);
        assertThat(Rate.ONE.partUp(Long.MAX_VALUE)).isEqualTo(Wide.of(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "100,1000000,1.0000",
        "3000,21000000,1.4286",
        "1,20000000000,0.0000",
        "1,10000000000,0.0000",
        "1,2000000000,0.0000",
        "1,200000000,0.0001",
        "5,100000000,0.0005",
        "15,10000000000,0.0000",
        "4611686018427387904,1,46116860184273879040000.0000"
    })
    void aPriceIsShownHalfUpInYuanPerPoint(long fen, long micro, String shown) {
        assertThat(new Price(fen, micro)).hasToString(shown);
    }

    @Test
    void pricesCompareAsFractions() {
        assertThat(new Price(1, 2)).isEqualByComparingTo(new Price(2, 4));
        assertThat(new Price(Long.MAX_VALUE, Long.MAX_VALUE - 1)).isGreaterThan(new Price(1, 1));
        assertThat(new Price(Limits.MONEY_FEN - 1, Limits.POINTS_MICRO))
                .isLessThan(new Price(Limits.MONEY_FEN, Limits.POINTS_MICRO));
    }

    @Test
    void pointsAreWorthTheWholeFenOfTheirShare() {
        assertThat(new Price(10000, 3_000_000).value(new Points(1_000_000))).isEqualTo(new Money(3333));
    }
}
