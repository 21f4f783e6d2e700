package hongli.mall.posting;

import hongli.economy.Programme;
import hongli.economy.exact.Decimals;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Event;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What moved on an account of the ledger, read from its journal in order, each with the mall's order or
/// withdrawal that it follows from: the way from a number of the trial balance to what made it.
public final class LedgerBook {
    private static final int READ = 2_000;
    private static final int MOST_READ = 20_000;
    private static final String SETTLED = """
            select s.number as name, l.order_id as id from mall.settlement s join mall.order_line l on l.id = s.line
            where s.number = any (?)
            """;
    private static final String HELD = """
            select reference as name, order_id as id from mall.payment
            where reference = any (?) and order_id is not null
            """;
    private static final String WITHDRAWN = """
            select hold as name, id from mall.withdrawal where hold = any (?)
            """;

    private LedgerBook() {}

    /// One transfer from or to the account.
    ///
    /// @param position of the command in the programme's journal; 0 is the opening
    /// @param key under which the command was told
    /// @param order the mall's order behind it, where there is one
    /// @param withdrawal the withdrawal behind it, where there is one
    public record Line(
            long position, Instant at, String key, Transfer transfer, OptionalLong order, OptionalLong withdrawal) {
        /// What it adds to the account, in its smallest unit; below zero where it takes.
        public Wide change(Account.Kind account) {
            Wide in = transfer.to().kind() == account ? transfer.amount() : Wide.ZERO;
            return transfer.from().kind() == account ? in.minus(transfer.amount()) : in;
        }
    }

    /// Some lines, and the position after which to go on; nothing where the journal ends.
    public record Lines(List<Line> lines, OptionalLong next) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// An amount of an account as people write it: yuan, points, each with all its decimals.
    public static String text(Account.Kind account, Wide amount) {
        return switch (account.unit()) {
            case MONEY, QUOTA -> Decimals.format(amount, 14);
            case POINTS -> Decimals.format(amount, 6);
            case CONSTANT -> Decimals.format(amount, 2);
        };
    }

    private record Moved(long position, Instant at, String key, Transfer transfer) {}

    /// The lines of whole commands after `after`, about `most` of them; the opening where `after` is below zero. It may
    /// find fewer, and nothing, and still say where to go on.
    public static Lines page(Transaction work, Source source, Account.Kind account, long after, int most) {
        List<Moved> found = new ArrayList<>();
        if (after < 0) {
            source.ledger()
                    .read(
                            source.programme(),
                            view -> new Moves(0, view.openedAt(), "", Programme.founding(view.terms())))
                    .ifPresent(founding -> add(found, founding, account));
        }
        long position = Math.max(0, after);
        long end = position + MOST_READ;
        boolean more = true;
        while (more && found.size() < most && position < end) {
            List<Event> events = source.ledger()
                    .events()
                    .after(source.programme(), position, READ)
                    .orElse(List.of());
            more = events.size() == READ;
            for (Event event : events) {
                if (found.size() >= most) {
                    more = true;
                    break;
                }
                position = event.position();
                if (event.outcome() instanceof Outcome.Applied(Fact fact)) {
                    add(found, new Moves(position, event.at(), event.key().text(), fact), account);
                }
            }
        }
        return new Lines(lines(work, found), more ? OptionalLong.of(position) : OptionalLong.empty());
    }

    /// Where the journal is read.
    public record Source(Ledger ledger, ProgrammeId programme) {}

    private record Moves(long position, Instant at, String key, Fact fact) {}

    private static void add(List<Moved> found, Moves moves, Account.Kind account) {
        for (Transfer transfer : moves.fact().transfers()) {
            if (transfer.from().kind() == account || transfer.to().kind() == account) {
                found.add(new Moved(moves.position(), moves.at(), moves.key(), transfer));
            }
        }
    }

    private static List<Line> lines(Transaction work, List<Moved> found) {
        List<String> names =
                found.stream().map(moved -> name(moved.key())).distinct().toList();
        Map<String, Long> orders = ids(work, SETTLED, names);
        orders.putAll(ids(work, HELD, names));
        Map<String, Long> withdrawals = ids(work, WITHDRAWN, names);
        return found.stream()
                .map(moved -> new Line(
                        moved.position(),
                        moved.at(),
                        moved.key(),
                        moved.transfer(),
                        id(orders, name(moved.key())),
                        id(withdrawals, name(moved.key()))))
                .toList();
    }

    private static Map<String, Long> ids(Transaction work, String sql, List<String> names) {
        Map<String, Long> ids = new HashMap<>();
        work.all(sql, row -> Map.entry(row.text("name"), row.number("id")), names)
                .forEach(each -> ids.put(each.getKey(), each.getValue()));
        return ids;
    }

    private static OptionalLong id(Map<String, Long> ids, String name) {
        Long id = ids.get(name);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /// The settlement or the hold that a key is about, as the mall's tables call it.
    private static String name(String key) {
        return key.startsWith("hold:")
                ? key.replaceAll("^hold:([A-Za-z0-9]+)(-[0-9]+)?:.*$", "$1")
                : key.replaceAll(":reversed$", "");
    }
}
