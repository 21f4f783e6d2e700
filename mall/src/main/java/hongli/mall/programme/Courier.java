package hongli.mall.programme;

import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.wire.CommandJson;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Takes what is in the outbox to the ledger, in order, and notes the answers.
///
/// It may stop at any point between two steps: what was sent and not noted is sent again under the same
/// key, and the ledger answers as it did the first time. So nothing is told twice and nothing is left out.
public final class Courier {
    private static final int LOAD = 2_000;
    private static final String WAITING = """
            select id, programme, key, command::text as command from mall.outbox
            where sent_at is null order by id limit ?
            """;

    private final Tables tables;
    private final Ledger ledger;
    private final Consumer<Step> steps;

    /// What the courier is about to do.
    public enum Step {
        LOAD,
        SEND,
        NOTE,
        LOAD_AGAIN
    }

    /// A row of the outbox that waits.
    record Letter(long id, ProgrammeId programme, String key, Submission submission) {}

    public Courier(Tables tables, Ledger ledger) {
        this(tables, ledger, _ -> {});
    }

    /// @param steps told of each step before it is taken
    public Courier(Tables tables, Ledger ledger, Consumer<Step> steps) {
        this.tables = tables;
        this.ledger = ledger;
        this.steps = steps;
    }

    /// Sends what waits, until nothing does or the ledger does not answer; how many answers were noted.
    public synchronized int sendAll() {
        int noted = 0;
        steps.accept(Step.LOAD);
        List<Letter> load = load();
        while (!load.isEmpty()) {
            steps.accept(Step.SEND);
            List<Answer> answers = ledger.submit(
                    load.getFirst().programme(),
                    load.stream().map(Letter::submission).toList());
            steps.accept(Step.NOTE);
            int answered = note(load, answers);
            noted += answered;
            if (answered < load.size()) {
                return noted;
            }
            steps.accept(Step.LOAD_AGAIN);
            load = load();
        }
        return noted;
    }

    /// The first letters that go to the same programme.
    private List<Letter> load() {
        List<Letter> waiting = tables.work(work -> work.all(WAITING, Courier::letter, LOAD));
        int same = 0;
        while (same < waiting.size()
                && waiting.get(same).programme().equals(waiting.getFirst().programme())) {
            same++;
        }
        return waiting.subList(0, same);
    }

    /// Notes the answers up to the first that is none: what comes after it must not overtake it.
    private int note(List<Letter> load, List<Answer> answers) {
        List<Noted> noted = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            switch (answers.get(i)) {
                case Answer.Decided decided -> noted.add(Noted.of(load.get(i), decided));
                case Answer.KeyReused(var _, long position) -> noted.add(Noted.reused(load.get(i), position));
                case Answer.Busy _, Answer.Unavailable _, Answer.ProgrammeUnknown _ -> i = answers.size();
            }
        }
        if (!noted.isEmpty()) {
            tables.run(work -> Noted.write(work, noted));
        }
        return noted.size();
    }

    private static Letter letter(Row row) throws SQLException {
        String key = row.text("key");
        return new Letter(
                row.number("id"),
                new ProgrammeId(row.text("programme")),
                key,
                new Submission(new Key(key), CommandJson.parse(row.text("command"))));
    }

    /// How the outbox stands.
    ///
    /// @param waiting not answered yet
    /// @param refused answered with a no
    public record Standing(long all, long waiting, long refused) {
        /// Reads it.
        public static Standing read(Transaction work) {
            return work.one(
                    "select count(*) as all_rows, count(*) filter (where sent_at is null) as waiting,"
                            + " count(refusal) as refused from mall.outbox",
                    row -> new Standing(row.number("all_rows"), row.number("waiting"), row.number("refused")));
        }
    }
}
