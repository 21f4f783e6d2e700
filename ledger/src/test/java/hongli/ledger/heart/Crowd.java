package hongli.ledger.heart;

import hongli.ledger.Answer;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.Submission;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The clients of all programmes: what they have sent, what they still want an answer to, and who looks on.
final class Crowd {
    private final Plan plan;
    private final Judge judge;
    private final List<List<Submission>> sent = new ArrayList<>();
    private final List<Set<Submission>> open = new ArrayList<>();
    private long taken;

    Crowd(Plan plan, Judge judge) {
        this.plan = plan;
        this.judge = judge;
        plan.terms().forEach(_ -> {
            sent.add(new ArrayList<>());
            open.add(new LinkedHashSet<>());
        });
    }

    /// All that was ever sent, in order.
    List<Submission> sent(int programme) {
        return sent.get(programme);
    }

    /// At most `most` of what was never answered, the oldest first.
    List<Submission> open(int programme, int most) {
        return open.get(programme).stream().limit(most).toList();
    }

    boolean isContent() {
        return open.stream().allMatch(Set::isEmpty);
    }

    /// How many submissions were taken in.
    long taken() {
        return taken;
    }

    /// Somebody hands in `submissions`, if the server is there.
    void send(@Nullable Server asked, int programme, List<Submission> submissions) {
        sent.get(programme).addAll(submissions);
        open.get(programme).addAll(submissions);
        if (asked == null || asked.ledger == null) {
            return;
        }
        int room = asked.closing ? 0 : plan.room(asked.queue.size(), submissions.size());
        asked.ledger.handIn(Stage.id(programme), submissions).ifPresent(errand -> {
            judge.require(errand.taken() == room, () -> "what there is room for must be taken in: " + room);
            List<Attempt> attempts = submissions.stream()
                    .map(submission -> new Attempt(programme, submission, asked.troubled))
                    .toList();
            asked.queue.addAll(attempts.subList(0, errand.taken()));
            asked.errands.add(new Server.Errand(errand, attempts));
            taken += errand.taken();
        });
        listen(asked);
    }

    /// Somebody looks at a programme, if the server is there.
    void look(@Nullable Server asked, int programme) {
        if (asked == null || asked.ledger == null) {
            return;
        }
        try {
            asked.ledger.look(Stage.id(programme), Vista::of).ifPresent(sight -> {
                Docket.Prospect prospect = judge.docket(programme).prospect(sight.position());
                asked.lookers.add(new Server.Looker(sight, prospect, asked.troubled));
            });
            listen(asked);
        } catch (JournalUnavailable e) {
            judge.require(asked.troubled, () -> "without trouble everybody may look: " + e);
        }
    }

    /// Hears all answers that are there.
    void listen(Server told) {
        for (Iterator<Server.Errand> errands = told.errands.iterator(); errands.hasNext(); ) {
            Server.Errand errand = errands.next();
            if (errand.errand().isOver()) {
                hear(errand);
                errands.remove();
            }
        }
        for (Iterator<Server.Looker> lookers = told.lookers.iterator(); lookers.hasNext(); ) {
            Server.Looker looker = lookers.next();
            if (looker.sight.isSettled()) {
                Inspection.told(judge, looker);
                lookers.remove();
            }
        }
    }

    private void hear(Server.Errand errand) {
        List<Answer> answers = errand.errand().answers();
        judge.require(answers.size() == errand.attempts().size(), () -> "everybody must be answered");
        for (int i = 0; i < answers.size(); i++) {
            Attempt attempt = errand.attempts().get(i);
            Answer answer = answers.get(i);
            if (i < errand.errand().taken()) {
                judge.judge(attempt, answer);
            } else {
                judge.require(
                        answer instanceof Answer.Busy || answer instanceof Answer.Unavailable,
                        () -> "who is not taken in must be told so: " + answer);
            }
            if (answer instanceof Answer.Decided || answer instanceof Answer.KeyReused) {
                open.get(attempt.programme).remove(attempt.submission);
            }
        }
    }
}
