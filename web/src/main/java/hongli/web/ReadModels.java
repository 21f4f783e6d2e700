package hongli.web;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Key;
import hongli.ledger.ProgrammeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of the journal's read models: statements, prices and events. A port: `app` wires it to the ledger.
public interface ReadModels {
    /// Some of a longer list, and where the next part begins.
    ///
    /// @param next what to ask with for the part that follows, or null at the end
    record Page<T>(List<T> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// One change of one of a member's accounts.
    ///
    /// @param position the command that made it
    /// @param type the word for that command, such as `order.settled`
    /// @param change what was added, below zero where it was taken
    /// @param balance what the account held afterwards
    record StatementLine(
            long position,
            Instant at,
            String type,
            Transfer.Reason reason,
            Account.Kind account,
            Wide change,
            Wide balance) {}

    /// The price after one command that changed the pool or the circulation.
    ///
    /// @param price yuan per point with four decimals
    record PricePoint(long position, Instant at, String price, Money pool, Points circulating) {}

    /// One command and what came of it.
    record Event(long position, Instant at, Key key, Command command, Outcome outcome) {}

    /// How far the read models have come.
    ///
    /// @param name the read model
    /// @param behind commands that it has not taken in yet, over all programmes
    record Progress(String name, long behind) {}

    /// A member's changes, the newest first.
    ///
    /// @param cursor what an earlier page gave as next, or null for the first page
    /// @throws IllegalArgumentException where no page gave such a cursor
    Page<StatementLine> statement(ProgrammeId programme, MemberId member, @Nullable String cursor, int limit);

    /// Prices in order of position, those after `after` only.
    List<PricePoint> prices(ProgrammeId programme, long after, int limit);

    /// Events in order of position, those after `after` only.
    List<Event> events(ProgrammeId programme, long after, int limit);

    /// Waits until an event after `after` can be read, or `patience` is over.
    ///
    /// @return whether there is one
    boolean awaitEvent(ProgrammeId programme, long after, Duration patience) throws InterruptedException;

    /// How far each read model has come.
    List<Progress> progress();
}
