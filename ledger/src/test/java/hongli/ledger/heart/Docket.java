package hongli.ledger.heart;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.economy.model.EagerProgramme;
import hongli.ledger.Submission;
import hongli.ledger.journal.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the judge knows of one programme: every row there must be, and what the model makes of those on the disk.
final class Docket {
    /// A command that was decided, and what the engine says came of it.
    record Row(
            Submission submission, long atMicros, @Nullable Outcome outcome) {}

    /// Somebody has seen the programme at a position that was not on the disk; what the model shows there.
    static final class Prospect {
        @Nullable
        Vista shown;

        boolean lost;
    }

    private final EagerProgramme model;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> underWay = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Integer> positionsUnderWay = new HashMap<>();
    private final List<Long> rejected = new ArrayList<>();
    private final TreeMap<Long, Queue<Prospect>> prospects = new TreeMap<>();
    private int hardened;

    Docket(EagerProgramme model) {
        this.model = model;
    }

    /// Rows that are committed.
    int length() {
        return rows.size();
    }

    /// Rows that are on the disk.
    int hardened() {
        return hardened;
    }

    Row row(long position) {
        return rows.get((int) position - 1);
    }

    EagerProgramme model() {
        return model;
    }

    String state() {
        return model.state(rejected);
    }

    /// A new batch is decided; what was under way before has failed or is committed.
    void beginBatch() {
        underWay.clear();
        positionsUnderWay.clear();
    }

    /// What the writer must say to `submission`, coming next.
    Ruling rule(Submission submission, long nowMicros) {
        String key = submission.key().text();
        Integer position = positions.get(key);
        if (position == null) {
            position = positionsUnderWay.get(key);
        }
        if (position != null) {
            Row row = position > rows.size() ? underWay.get(position - rows.size() - 1) : row(position);
            boolean same = row.submission().command().equals(submission.command());
            return same ? new Ruling.Seen(position) : new Ruling.Reused(position);
        }
        underWay.add(new Row(submission, nowMicros, null));
        int next = rows.size() + underWay.size();
        positionsUnderWay.put(key, next);
        return new Ruling.Decided(next, nowMicros);
    }

    /// Rows that the batch under way must still commit.
    int awaited() {
        return underWay.size();
    }

    /// The journal has committed `entry`; says what is wrong with it, or null.
    @Nullable
    String commit(Entry entry) {
        if (positions.containsKey(entry.key())) {
            return "a key must not be decided twice: " + entry;
        }
        if (underWay.isEmpty()) {
            return "nothing must be committed that nobody sent: " + entry;
        }
        Row expected = underWay.removeFirst();
        Submission submission = expected.submission();
        if (entry.position() != rows.size() + 1
                || !entry.key().equals(submission.key().text())
                || !entry.command().equals(submission.command())
                || entry.atMicros() != expected.atMicros()) {
            return "position " + (rows.size() + 1) + " must hold " + expected + ", but holds " + entry;
        }
        rows.add(new Row(submission, expected.atMicros(), entry.outcome()));
        positions.put(entry.key(), rows.size());
        return null;
    }

    /// The last row is lost; says what is wrong with that, or null.
    @Nullable
    String lose() {
        prospects
                .tailMap((long) rows.size())
                .values()
                .forEach(queue -> queue.forEach(prospect -> prospect.lost = true));
        prospects.tailMap((long) rows.size()).clear();
        positions.remove(rows.removeLast().submission().key().text());
        return rows.size() < hardened ? "what is on the disk must stay" : null;
    }

    /// The next row is on the disk: the model applies it. Says where the two differ, or null.
    @Nullable
    String harden() {
        Row row = rows.get(hardened++);
        Command command = row.submission().command();
        Optional<Refusal> expected = model.apply(command);
        Optional<Refusal> found = switch (row.outcome()) {
            case null -> throw new IllegalStateException("rows must have their outcomes");
            case Outcome.Applied _ -> Optional.empty();
            case Outcome.Refused(Refusal refusal) -> Optional.of(refusal);
        };
        if (expected.isPresent()) {
            rejected.add((long) hardened);
        }
        for (Prospect prospect : takeProspects()) {
            prospect.shown = Vista.of(model, hardened);
        }
        return expected.equals(found) ? null : command + ": the engine says " + found + ", the model " + expected;
    }

    private Queue<Prospect> takeProspects() {
        Queue<Prospect> here = prospects.remove((long) hardened);
        return here == null ? new ArrayDeque<>() : here;
    }

    /// Somebody sees the programme at `position`, which is not behind the disk.
    Prospect prospect(long position) {
        var prospect = new Prospect();
        if (position == hardened) {
            prospect.shown = Vista.of(model, hardened);
        } else {
            prospects.computeIfAbsent(position, _ -> new ArrayDeque<>()).add(prospect);
        }
        return prospect;
    }
}
