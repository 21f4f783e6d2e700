package hongli.mall.programme;

import hongli.economy.command.MemberId;
import java.util.OptionalLong;

/// The names under which the programme knows the mall's people: `m5` is the member 5, `s5` the merchant 5.
public final class Ids {
    private Ids() {}

    public static MemberId member(long id) {
        return new MemberId("m" + id);
    }

    public static MemberId merchant(long id) {
        return new MemberId("s" + id);
    }

    /// The mall's member behind a name of the programme, if it is one.
    public static OptionalLong memberOf(MemberId id) {
        return id.text().matches("m[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(id.text().substring(1)))
                : OptionalLong.empty();
    }
}
