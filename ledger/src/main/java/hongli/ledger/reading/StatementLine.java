package hongli.ledger.reading;

import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a member's statement: what one of its accounts gained or lost.
///
/// @param position the entry of the journal
/// @param line the place in the entry: two for each transfer, the account that gives first
/// @param account which of the member's accounts
/// @param change in the smallest unit of the account, below zero for what it lost
/// @param counter the account on the other side
/// @param commandType the command it came of
/// @param subject the order, hold or member the command names first, or the date
public record StatementLine(
        long position,
        int line,
        Instant at,
        Transfer.Reason reason,
        Account.Kind account,
        Wide change,
        Account counter,
        String commandType,
        @Nullable String subject) {
    /// Its place in the statement.
    public Place place() {
        return new Place(position, line);
    }

    /// A place in a statement, as text `position.line`, for pages to go on from.
    public record Place(long position, int line) implements Comparable<Place> {
        /// Beyond every line: where a statement that begins with the newest line begins.
        public static final Place NEWEST = new Place(Long.MAX_VALUE, 0);

        /// Reads a place back, or answers null where `text` is none.
        public static @Nullable Place parse(String text) {
            return text.matches("[0-9]{1,18}\\.[0-9]{1,9}")
                    ? new Place(
                            Long.parseLong(text.substring(0, text.indexOf('.'))),
                            Integer.parseInt(text.substring(text.indexOf('.') + 1)))
                    : null;
        }

        @Override
        public int compareTo(Place other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : Integer.compare(line, other.line);
        }

        @Override
        public String toString() {
            return position + "." + line;
        }
    }
}
