package hongli.mall.basket;

import hongli.mall.table.Transaction;
import java.time.LocalDate;
import java.time.ZoneId;

/// The day of the mall, which lies in China.
public final class Today {
    /// The time zone in which the mall's days begin and end.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Today() {}

    /// The day on which this transaction works.
    public static LocalDate of(Transaction work) {
        return LocalDate.ofInstant(work.now(), ZONE);
    }
}
