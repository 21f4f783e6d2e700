package hongli.mall.programme;

import static java.util.stream.Collectors.groupingBy;

import hongli.economy.command.Command;
import hongli.economy.command.OrderId;
import hongli.ledger.ProgrammeId;
import hongli.mall.sale.SoldLine;
import hongli.mall.sale.SoldLines;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings what the programme was told of an order in line with what the order is: a line that is due is
/// settled; one of which something went back is reversed, and settled anew with what is left.
///
/// Whatever happened in between, and however often this is done, the programme ends up with the newest
/// state: nothing is told twice, because nothing is told that already stands.
public final class Settlements {
    private static final String TOLD = """
            select id, line, programme, number, amount_fen, base_fen, reversed_at is null as stands
            from mall.settlement where line = any (?) order by line, turn
            """;
    private static final String INSERT = """
            insert into mall.settlement
                (line, turn, number, programme, member, merchant, amount_fen, base_fen, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private Settlements() {}

    /// An order as far as the programme is concerned.
    private record Sold(long id, String number, long member, long merchant, boolean settled) {}

    /// A settlement of a line.
    private record Told(long id, long line, ProgrammeId programme, String number, Share share, boolean stands) {}

    /// The time has come: what is left of the order is settled.
    public static void settle(Transaction work, long order) {
        work.send("update mall.orders set settled_at = ? where id = ? and settled_at is null", work.now(), order);
        align(work, order);
    }

    /// Something went back, or may have: where the programme was told of the order before, it is told anew.
    public static void align(Transaction work, long order) {
        Optional<Sold> sold = work.find(
                "select id, number, member, merchant, settled_at is not null as settled from mall.orders"
                        + " where id = ? for update",
                Settlements::sold,
                order);
        if (sold.isEmpty() || !sold.get().settled()) {
            return;
        }
        ShopTerms terms = ShopTerms.read(work);
        List<SoldLine> lines = SoldLines.ofOrder(work, order);
        Map<Long, List<Told>> told =
                work
                        .all(
                                TOLD,
                                Settlements::told,
                                lines.stream().map(SoldLine::id).toList())
                        .stream()
                        .collect(groupingBy(Told::line));
        lines.forEach(line -> align(work, terms, sold.get(), new Line(line, told.getOrDefault(line.id(), List.of()))));
    }

    /// A line, and all that the programme was told of it.
    private record Line(SoldLine sold, List<Told> told) {
        Optional<Told> standing() {
            return told.stream().filter(Told::stands).findFirst();
        }
    }

    private static void align(Transaction work, ShopTerms terms, Sold sold, Line line) {
        Optional<Told> standing = line.standing();
        Share share = Share.of(line.sold(), terms);
        if (standing.isPresent() && standing.get().share().amount().equals(share.amount())) {
            return;
        }
        standing.ifPresent(there -> reverse(work, there));
        if (share.amount().fen() > 0) {
            settle(work, terms, sold, line, share);
        }
    }

    private static void settle(Transaction work, ShopTerms terms, Sold sold, Line line, Share share) {
        long turn = 1L + line.told().size();
        String number = number(sold.number(), line.sold().number(), turn);
        Outbox.join(work, terms.programme(), sold.member());
        work.send(
                INSERT,
                line.sold().id(),
                turn,
                number,
                terms.programme().text(),
                sold.member(),
                sold.merchant(),
                share.amount(),
                share.base(),
                work.now());
        Outbox.put(work, terms.programme(), number, command(number, sold.member(), share));
    }

    private static void reverse(Transaction work, Told standing) {
        work.send("update mall.settlement set reversed_at = ? where id = ?", work.now(), standing.id());
        Outbox.put(
                work,
                standing.programme(),
                standing.number() + ":reversed",
                new Command.ReverseOrder(new OrderId(standing.number())));
    }

    /// What the programme calls the line of an order: the name never changes, so sending it again is
    /// harmless.
    static String number(String order, int line, long turn) {
        return "order:" + order + ":line:" + line + (turn == 1 ? "" : ":" + turn);
    }

    static Command.SettleOrder command(String number, long member, Share share) {
        return new Command.SettleOrder(new OrderId(number), Ids.member(member), share.amount(), share.base());
    }

    private static Sold sold(Row row) throws SQLException {
        return new Sold(
                row.number("id"),
                row.text("number"),
                row.number("member"),
                row.number("merchant"),
                row.flag("settled"));
    }

    private static Told told(Row row) throws SQLException {
        return new Told(
                row.number("id"),
                row.number("line"),
                new ProgrammeId(row.text("programme")),
                row.text("number"),
                new Share(row.money("amount_fen"), row.money("base_fen")),
                row.flag("stands"));
    }
}
