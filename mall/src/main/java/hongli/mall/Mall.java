package hongli.mall;

import hongli.ledger.Ledger;
import hongli.mall.bill.Bills;
import hongli.mall.bill.LedgerExchanges;
import hongli.mall.message.MessagePort;
import hongli.mall.message.Messages;
import hongli.mall.message.SandboxMessages;
import hongli.mall.order.Buying;
import hongli.mall.people.People;
import hongli.mall.programme.Joining;
import hongli.mall.programme.LedgerBelongings;
import hongli.mall.programme.ProgrammeRoom;
import hongli.mall.programme.StatementEarnings;
import hongli.mall.programme.Whys;
import hongli.mall.sandbox.Sandbox;
import hongli.mall.setting.Settings;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import hongli.mall.trade.Trade;
import java.util.Optional;
import javax.sql.DataSource;

/// The whole mall, opened: its tables, its time, and its rooms, one for each subject.
///
/// A room is made here, in [#open], from the tables and from what the outside lends; the counter is given
/// the mall and takes from it the rooms whose endpoints it serves.
public record Mall(
        Tables tables,
        MallClock clock,
        Timers timers,
        People people,
        Assortment assortment,
        Buying buying,
        Trade trade,
        ProgrammeRoom programme,
        Bills bills,
        Settings settings,
        Sandbox sandbox) {
    /// Opens the mall on a pool of connections, its tables brought to their newest form.
    ///
    /// @param ledger stays the caller's and must outlive the mall
    /// @throws hongli.mall.table.MallUnavailable where the database does not answer
    public static Mall open(DataSource source, MallClock clock, Ledger ledger) {
        return open(source, clock, ledger, Optional.empty());
    }

    /// As [#open(DataSource, MallClock, Ledger)], for a mall that can be begun anew.
    ///
    /// @param anew empties and fills it again, which ends this one
    public static Mall open(DataSource source, MallClock clock, Ledger ledger, Optional<Runnable> anew) {
        var tables = Tables.open(source, clock);
        var timers = new Timers(tables);
        var messages = new Messages(tables, clock.isSandbox() ? new SandboxMessages(tables) : MessagePort.NONE);
        messages.register(timers);
        var earnings = new StatementEarnings(tables, ledger, new Whys(tables, ledger));
        var belongings = new LedgerBelongings(tables, ledger);
        var people = People.of(tables, new People.Ports(new Joining(), earnings, belongings), messages);
        var assortment = Assortment.of(tables);
        var settings = new Settings(tables);
        var buying = Buying.of(tables, timers);
        var programme = ProgrammeRoom.of(tables, timers, settings, ledger);
        var outside = clock.isSandbox() ? Trade.Outside.sandbox() : Trade.Outside.none();
        var lent = outside.with(programme.purse(), programme.deductions());
        var trade = Trade.of(tables, timers, buying.orders(), lent);
        var bills = new Bills(tables, new LedgerExchanges(ledger, programme::id));
        var sandbox = new Sandbox(tables, clock, timers, programme.courier(), anew);
        return new Mall(tables, clock, timers, people, assortment, buying, trade, programme, bills, settings, sandbox);
    }
}
