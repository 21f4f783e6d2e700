package hongli.mall;

import hongli.mall.people.People;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import javax.sql.DataSource;

/// The whole mall, opened: its tables, its time, and its rooms, one for each subject.
///
/// A room is made here, in [#open], from the tables and from what the outside lends; the counter is given the mall and
/// takes from it the rooms whose endpoints it serves.
public record Mall(Tables tables, MallClock clock, Timers timers, People people, Assortment assortment) {
    /// Opens the mall on a pool of connections, its tables brought to their newest form.
    ///
    /// @throws hongli.mall.table.MallUnavailable where the database does not answer
    public static Mall open(DataSource source, MallClock clock) {
        var tables = Tables.open(source, clock);
        var timers = new Timers(tables);
        return new Mall(tables, clock, timers, People.of(tables), Assortment.of(tables));
    }
}
