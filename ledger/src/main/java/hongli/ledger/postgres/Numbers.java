package hongli.ledger.postgres;

import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Dividend;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        Date day = row.getDate(dayColumn);
        List<PicoFen> amounts = Arrays.stream(
                        (BigDecimal[]) row.getArray(amountsColumn).getArray())
                .map(amount -> new PicoFen(wide(amount)))
                .toList();
        return new Dividend(
                day == null ? null : day.toLocalDate(), amounts.getFirst(), amounts.subList(1, amounts.size()));
    }
}
