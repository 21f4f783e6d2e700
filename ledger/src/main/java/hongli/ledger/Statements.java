package hongli.ledger;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.ledger.book.Book;
import hongli.ledger.reading.ReadModels;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The statements of members, the newest line first. A statement may lag behind the journal for a moment.
public final class Statements {
    private final ReadModels models;
    private final Function<ProgrammeId, Optional<Book>> books;

    Statements(ReadModels models, Function<ProgrammeId, Optional<Book>> books) {
        this.models = models;
        this.books = books;
    }

    /// At most `limit` lines before `from`, which is [StatementLine.Place#NEWEST] or the `next` of the page before;
    /// empty where there is no such programme. A member without lines has an empty page.
    ///
    /// @throws JournalUnavailable where they cannot be read
    public Optional<StatementPage> page(ProgrammeId programme, MemberId member, StatementLine.Place from, int limit) {
        return books.apply(programme).map(book -> page(book.charter().number(), member, from, limit));
    }

    private StatementPage page(int programme, MemberId member, StatementLine.Place from, int limit) {
        // The lines first: a line that comes between the two questions must not be missing in the balances.
        List<StatementLine> found = models.statement(programme, member, from, limit + 1);
        boolean more = found.size() > limit;
        List<StatementLine> lines = more ? found.subList(0, limit) : found;
        Map<Account.Kind, Wide> balances = models.balances(programme, member, from);
        return new StatementPage(
                lines, balancesAfter(lines, balances), more ? lines.getLast().place() : null);
    }

    /// From what the accounts held after the newest line, what each held after its line.
    private static List<Wide> balancesAfter(List<StatementLine> lines, Map<Account.Kind, Wide> balances) {
        Map<Account.Kind, Wide> left = new HashMap<>(balances);
        List<Wide> after = new ArrayList<>();
        for (StatementLine line : lines) {
            Wide balance = left.getOrDefault(line.account(), Wide.ZERO);
            after.add(balance);
            left.put(line.account(), balance.minus(line.change()));
        }
        return after;
    }
}
