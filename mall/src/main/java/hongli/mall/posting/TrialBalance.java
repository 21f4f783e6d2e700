package hongli.mall.posting;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The balances of all accounts of mall and ledger together, in pico-fen: what is owed stands below zero,
/// and all of it adds up to nothing.
///
/// The ledger's accounts are seen from the mall: what lies in the pool or belongs to members is owed. Money
/// passes between the two books through the mall's account `programme` and the ledger's accounts `shop` and
/// `withdrawn`: these three together must be nothing by themselves, or one side knows of something that the
/// other does not.
///
/// @param lines the accounts in order, the mall's first
/// @param between what passed between the books and is known to one side only; nothing once the outbox is
///     empty
public record TrialBalance(List<Line> lines, Wide between) {
    private static final long PICO = 1_000_000_000_000L;

    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /// One account and what stands on it.
    public record Line(String book, String account, Wide pico) {
        /// Yuan with 14 decimals.
        public String yuan() {
            return Decimals.format(pico, 14);
        }
    }

    /// Adds up both books; the ledger's from what its journal tells.
    public static TrialBalance of(Transaction work, Ledger ledger, ProgrammeId programme) {
        return of(work, ledger, programme, Long.MAX_VALUE);
    }

    /// As [#of(Transaction, Ledger, ProgrammeId)], the journal up to a position.
    public static TrialBalance of(Transaction work, Ledger ledger, ProgrammeId programme, long upTo) {
        return of(work, new LedgerSums(ledger).upTo(programme, upTo));
    }

    /// Adds up the mall's book to sums of the ledger's.
    public static TrialBalance of(Transaction work, Map<Kind, Wide> ledger) {
        List<Line> lines = new ArrayList<>(ofMall(work));
        ledger.forEach(
                (kind, pico) -> lines.add(new Line("ledger", kind.name().toLowerCase(Locale.ROOT), negated(pico))));
        Wide between =
                lines.stream().filter(TrialBalance::isPassage).map(Line::pico).reduce(Wide.ZERO, Wide::plus);
        return new TrialBalance(lines, between);
    }

    /// What all accounts add up to: nothing, or a book is wrong.
    public Wide total() {
        return lines.stream().map(Line::pico).reduce(Wide.ZERO, Wide::plus);
    }

    private static boolean isPassage(Line line) {
        return switch (line.account()) {
            case "programme", "shop", "withdrawn" -> true;
            default -> false;
        };
    }

    private static List<Line> ofMall(Transaction work) {
        return work.all("""
                select account, sum(fen)::bigint as fen from (
                    select debit as account, amount_fen as fen from mall.posting
                    union all select credit, -amount_fen from mall.posting) sides
                group by account order by account
                """, row -> {
            long fen = row.number("fen");
            Wide pico = Wide.product(Math.abs(fen), PICO);
            return new Line("mall", row.text("account"), fen < 0 ? negated(pico) : pico);
        });
    }

    private static Wide negated(Wide number) {
        return Wide.ZERO.minus(number);
    }
}
