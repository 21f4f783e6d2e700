package hongli.ledger.postgres;

import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Dividend;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// 128-bit numbers and dividends as the database has them.
final class Numbers {
    private Numbers() {}

    static Wide wide(BigDecimal number) {
        BigInteger whole = number.toBigIntegerExact();
        return new Wide(whole.shiftRight(Long.SIZE).longValueExact(), whole.longValue());
    }

    static BigDecimal decimal(Wide wide) {
        return wide.fitsLong() ? BigDecimal.valueOf(wide.low()) : new BigDecimal(wide.toString());
    }

    /// The dividend in the columns of a day and of its amounts: by point first, then by head from tier 1.
    static Dividend dividend(ResultSet row, int dayColumn, int amountsColumn) throws SQLException {
        // Not by java.sql.Date, whose calendar is another one before 1582 and knows no year 0.
        LocalDate day = row.getObject(dayColumn, LocalDate.class);
        List<PicoFen> amounts = Arrays.stream(
                        (BigDecimal[]) row.getArray(amountsColumn).getArray())
                .map(amount -> new PicoFen(wide(amount)))
                .toList();
        return new Dividend(day, amounts.getFirst(), amounts.subList(1, amounts.size()));
    }
}
