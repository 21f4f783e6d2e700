package hongli.ledger.heart;

import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.heart.Disk.Commit;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import hongli.ledger.wire.FolioReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Knows what was sent and what is on the disk, lets the model decide the same, and judges every answer.
final class Judge implements Disk.Witness {
    private final List<Docket> dockets = new ArrayList<>();
    private final List<Integer> opened = new ArrayList<>();
    private int openedOnDisk;
    private @Nullable String failure;

    /// @param rules makes the model for each of `terms`
    Judge(List<Terms> terms, Function<Terms, EagerProgramme> rules) {
        terms.forEach(each -> dockets.add(new Docket(rules.apply(each))));
    }

    /// The first thing that was wrong, or null.
    @Nullable
    String failure() {
        return failure;
    }

    void fail(String what) {
        if (failure == null) {
            failure = what;
        }
    }

    /// Fails with the text of `what` where it does not hold.
    void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            fail(what.get());
        }
    }

    private void note(@Nullable String fault) {
        if (fault != null) {
            fail(fault);
        }
    }

    Docket docket(int programme) {
        return dockets.get(programme);
    }

    /// Whether the programme has been opened, durably.
    boolean isOpen(int programme) {
        return opened.subList(0, openedOnDisk).contains(programme);
    }

    /// The programme's number in the journal, or 0.
    int number(int programme) {
        return opened.indexOf(programme) + 1;
    }

    /// The writer has taken these attempts and decides them as one batch.
    void decide(List<Attempt> batch, long nowMicros) {
        dockets.forEach(Docket::beginBatch);
        for (Attempt attempt : batch) {
            attempt.ruling = docket(attempt.programme).rule(attempt.submission, nowMicros);
        }
    }

    @Override
    public void committed(Commit commit) {
        if (commit.charter() != null) {
            opened.add(programme(commit));
            return;
        }
        for (Folio folio : commit.folios()) {
            List<Entry> entries = FolioReader.entries(folio);
            require(entries.size() == folio.count(), () -> "a folio must hold as many entries as it says");
            entries.forEach(entry -> note(docketOf(folio).commit(entry)));
        }
        dockets.forEach(docket -> require(docket.awaited() == 0, () -> "a batch must be committed wholly"));
    }

    /// Programmes are named by their place in the run.
    private static int programme(Commit commit) {
        return commit.charter() == null
                ? -1
                : Integer.parseInt(commit.charter().id().text().substring(1));
    }

    private Docket docketOf(Folio folio) {
        return docket(opened.get(folio.programme() - 1));
    }

    @Override
    public void hardened(Commit commit) {
        if (commit.charter() != null) {
            openedOnDisk++;
        }
        for (Folio folio : commit.folios()) {
            for (int i = 0; i < folio.count(); i++) {
                note(docketOf(folio).harden());
            }
        }
    }

    @Override
    public void lost(Commit commit) {
        for (Folio folio : commit.folios()) {
            for (int i = 0; i < folio.count(); i++) {
                note(docketOf(folio).lose());
            }
        }
        if (commit.charter() != null) {
            opened.removeLast();
        }
    }

    /// `attempt` was taken in and is told `answer`.
    void judge(Attempt attempt, Answer answer) {
        switch (answer) {
            case Answer.Decided decided -> judge(attempt, decided);
            case Answer.KeyReused(var key, long position) -> {
                require(key.equals(attempt.submission.key()), () -> "an answer must name the key");
                require(new Ruling.Reused(position).equals(attempt.ruling), () -> wrong(attempt, answer));
                judgeDurable(attempt, answer, position);
            }
            case Answer.Unavailable _ -> require(attempt.troubled, () -> "without trouble there must be an answer");
            case Answer.Busy _, Answer.ProgrammeUnknown _ -> fail(wrong(attempt, answer));
        }
    }

    private void judge(Attempt attempt, Answer.Decided decided) {
        Ruling ruling = attempt.ruling;
        boolean fits = ruling != null
                && decided.position() == ruling.position()
                && (decided.repeated() ? ruling instanceof Ruling.Seen : ruling instanceof Ruling.Decided);
        require(fits, () -> wrong(attempt, decided));
        if (!fits || !judgeDurable(attempt, decided, decided.position())) {
            return;
        }
        Docket.Row row = docket(attempt.programme).row(decided.position());
        require(row.submission().equals(attempt.submission), () -> "an answer must be about what was sent");
        require(decided.outcome().equals(row.outcome()), () -> "the outcome must be the journal's: " + decided);
        require(micros(decided.at()) == row.atMicros(), () -> "the time must be the journal's: " + decided);
    }

    private boolean judgeDurable(Attempt attempt, Answer answer, long position) {
        boolean durable = position <= docket(attempt.programme).hardened();
        require(durable, () -> "nobody must be answered before it is on the disk: " + answer);
        return durable;
    }

    private static String wrong(Attempt attempt, Answer answer) {
        return attempt.submission + " must be told " + attempt.ruling + ", but is told " + answer;
    }

    /// Somebody was told what they saw.
    void judge(Vista told, Docket.Prospect prospect) {
        require(!prospect.lost, () -> "nobody must be told what does not stand: position=" + told.position());
        require(prospect.shown != null || prospect.lost, () -> "nobody must be told what is not on the disk");
        if (prospect.shown != null) {
            require(
                    told.equals(prospect.shown),
                    () -> "the engine shows " + told + "\nthe model shows  " + prospect.shown);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
