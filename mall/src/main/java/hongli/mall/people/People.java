package hongli.mall.people;

import hongli.mall.login.Sessions;
import hongli.mall.table.Tables;

/// The rooms that know people.
public record People(Sessions sessions) {
    public static People of(Tables tables) {
        return new People(new Sessions(tables));
    }
}
