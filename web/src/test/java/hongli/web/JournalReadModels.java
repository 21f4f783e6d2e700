package hongli.web;

import hongli.economy.Programme;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Key;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Journal;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.OutcomeBytes;
import hongli.ledger.wire.TermsJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Read models told anew from the journal at every question: slow, plain, and never behind.
final class JournalReadModels implements ReadModels {
    private final Journal journal;

    JournalReadModels(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Page<StatementLine> statement(ProgrammeId programme, MemberId member, @Nullable String cursor, int limit) {
        int skipped = cursor == null ? 0 : Integer.parseInt(cursor);
        var statement = new Statement(member);
        events(programme, 0, Integer.MAX_VALUE).forEach(statement::add);
        List<StatementLine> rest =
                statement.lines.reversed().stream().skip(skipped).toList();
        return rest.size() <= limit
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, limit), Integer.toString(skipped + limit));
    }

    @Override
    public List<PricePoint> prices(ProgrammeId programme, long after, int limit) {
        Charter charter = charter(programme);
        Programme state = Programme.open(TermsJson.parse(charter.terms()));
        List<PricePoint> points = new ArrayList<>();
        for (Event event : events(programme, 0, Integer.MAX_VALUE)) {
            state.apply(event.command());
            var totals = state.totals();
            if (event.position() > after && points.size() < limit) {
                points.add(new PricePoint(
                        event.position(), event.at(), totals.price().toString(), totals.pool(), totals.circulating()));
            }
        }
        return points;
    }

    @Override
    public List<Event> events(ProgrammeId programme, long after, int limit) {
        return journal.read(charter(programme).number(), after, limit).stream()
                .map(JournalReadModels::event)
                .toList();
    }

    @Override
    public boolean awaitEvent(ProgrammeId programme, long after, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (events(programme, after, 1).isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    @Override
    public List<Progress> progress() {
        return List.of(new Progress("journal", 0));
    }

    /// The lines of one member while they are gathered.
    private static final class Statement {
        private final List<StatementLine> lines = new ArrayList<>();
        private final Map<Account.Kind, Wide> balances = new HashMap<>();
        private final MemberId member;

        Statement(MemberId member) {
            this.member = member;
        }

        void add(Event event) {
            if (event.outcome() instanceof Outcome.Applied(var fact)) {
                for (Transfer transfer : fact.transfers()) {
                    add(event, transfer, transfer.from(), Wide.ZERO.minus(transfer.amount()));
                    add(event, transfer, transfer.to(), transfer.amount());
                }
            }
        }

        private void add(Event event, Transfer transfer, Account account, Wide change) {
            if (member.equals(account.member())) {
                Wide balance = balances.merge(account.kind(), change, Wide::plus);
                lines.add(new StatementLine(
                        event.position(),
                        event.at(),
                        event.command().type(),
                        transfer.reason(),
                        account.kind(),
                        change,
                        balance));
            }
        }
    }

    private static Event event(Entry entry) {
        return new Event(
                entry.position(),
                Instant.ofEpochMilli(entry.atMicros() / 1_000),
                new Key(entry.key()),
                CommandJson.parse(entry.command()),
                new OutcomeBytes().parse(entry.outcome().array()));
    }

    private Charter charter(ProgrammeId programme) {
        return journal.programmes().stream()
                .filter(charter -> charter.id().equals(programme))
                .findFirst()
                .orElseThrow();
    }
}
