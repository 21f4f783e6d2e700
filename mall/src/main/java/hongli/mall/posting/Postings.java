package hongli.mall.posting;

import hongli.economy.exact.Money;
import hongli.mall.table.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the mall's books: each posting once, under a key that says what it follows from.
public final class Postings {
    private static final String PUT = """
            insert into mall.posting (key, kind, debit, credit, amount_fen, merchant, order_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing
            """;
    private static final String CONTRIBUTED = """
            insert into mall.posting (key, kind, debit, credit, amount_fen, merchant, order_id, at)
            select a.key || ':contribution', 'contribution',
                case when a.fen > 0 then 'merchant' else 'programme' end,
                case when a.fen > 0 then 'programme' else 'merchant' end,
                abs(a.fen), s.merchant, l.order_id, ?
            from unnest(?::text[], ?::bigint[]) with ordinality a (key, fen, place)
            join mall.settlement s on s.number = regexp_replace(a.key, ':reversed$', '')
            join mall.order_line l on l.id = s.line order by a.place
            on conflict (key) do nothing
            """;

    private Postings() {}

    /// One amount that moves.
    ///
    /// @param merchant whose account it is, where one side is a merchant's
    public record Entry(
            String key,
            Kind kind,
            Account debit,
            Account credit,
            Money amount,
            @Nullable Long merchant,
            @Nullable Long order) {
        /// The same the other way round.
        Entry turned() {
            return new Entry(key, kind, /* debit= */ credit, /* credit= */ debit, amount, merchant, order);
        }
    }

    /// What the programme took for a settlement, below zero where it gave back: by the key it was told
    /// under.
    public record Contribution(String key, long fen) {}

    /// Writes a posting, unless its key is there; nothing where nothing moves.
    public static void put(Transaction work, Entry entry) {
        if (entry.amount().fen() > 0) {
            work.send(
                    PUT,
                    entry.key(),
                    entry.kind(),
                    entry.debit(),
                    entry.credit(),
                    entry.amount(),
                    entry.merchant(),
                    entry.order(),
                    work.now());
        }
    }

    /// Writes what settlements and reversals moved between merchants and the programme.
    public static void contributed(Transaction work, List<Contribution> all) {
        if (!all.isEmpty()) {
            work.send(
                    CONTRIBUTED,
                    work.now(),
                    all.stream().map(Contribution::key).toList(),
                    all.stream().map(Contribution::fen).toList());
        }
    }
}
