package hongli.mall.audit;

import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.mall.posting.TrialBalance;
import hongli.mall.programme.ShopTerms;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.List;

/// The check of the mall's books: sums, states, postings, the outbox against the journal, and both books together.
public final class Audit {
    private static final String ON_THE_WAY = """
            select from mall.outbox where sent_at is null
            union all select from mall.timer where kind = 'programme.align'
            union all select from mall.withdrawal where status in ('approved', 'paying')
            """;

    private Audit() {}

    /// What was seen and found.
    ///
    /// @param told what the programmes have answered
    /// @param waiting what they were not told yet
    public record Report(long orders, long payments, long postings, long told, long waiting, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    /// Checks everything; nobody may work in the mall meanwhile.
    public static Report of(Tables tables, Ledger ledger) {
        return tables.work(work -> of(work, ledger));
    }

    private static Report of(Transaction work, Ledger ledger) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            findings.addAll(rule.contradictions(work));
        }
        for (String programme :
                work.all("select distinct programme from mall.outbox order by 1", row -> row.text("programme"))) {
            findings.addAll(Told.contradictions(work, ledger, new ProgrammeId(programme), Long.MAX_VALUE));
        }
        weigh(work, ledger, findings);
        return new Report(
                count(work, "mall.orders"),
                count(work, "mall.payment"),
                count(work, "mall.posting"),
                count(work, "mall.outbox where sent_at is not null"),
                count(work, "mall.outbox where sent_at is null"),
                findings);
    }

    static boolean isOnTheWay(Transaction work) {
        return work.exists(ON_THE_WAY);
    }

    private static void weigh(Transaction work, Ledger ledger, List<Finding> findings) {
        ProgrammeId programme = ShopTerms.read(work).programme();
        TrialBalance balance = TrialBalance.of(work, ledger, programme);
        if (!balance.total().isZero()) {
            findings.add(new Finding(
                    "all accounts of both books together must be nothing",
                    programme.text(),
                    new TrialBalance.Line("", "", balance.total()).yuan()));
        }
        if (!balance.between().isZero() && !isOnTheWay(work)) {
            findings.add(new Finding(
                    "what passed between the books must be known to both",
                    programme.text(),
                    new TrialBalance.Line("", "", balance.between()).yuan()));
        }
    }

    private static long count(Transaction work, String rows) {
        return work.number("select count(*) number from " + rows);
    }
}
