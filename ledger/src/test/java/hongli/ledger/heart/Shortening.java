package hongli.ledger.heart;

import hongli.ledger.Submission;
import java.util.ArrayList;
import java.util.List;

/// Finds a shorter run that fails too: leaves actions out, in halves, quarters and so on down to single ones, and then
/// single submissions, until nothing can be left out any more.
final class Shortening {
    private static final int ROUNDS = 3;

    private final Cast cast;
    private Run shortest;

    private Shortening(Run failed, Cast cast) {
        this.cast = cast;
        this.shortest = failed;
    }

    static Run of(Run failed, Cast cast) {
        var shortening = new Shortening(failed, cast);
        for (int round = 0; round < ROUNDS; round++) {
            int before = shortening.shortest.played().size();
            shortening.leaveOut();
            shortening.thinOut();
            if (shortening.shortest.played().size() == before) {
                break;
            }
        }
        return shortening.shortest;
    }

    private void leaveOut() {
        for (int size = Math.max(1, shortest.played().size() / 2); size > 0; size /= 2) {
            for (int at = shortest.played().size() - size; at >= 0; at -= size) {
                List<Action> fewer = new ArrayList<>(shortest.played());
                int end = Math.min(at + size, fewer.size());
                if (at < end) {
                    fewer.subList(at, end).clear();
                    attempt(fewer);
                }
            }
        }
    }

    private void thinOut() {
        for (int at = 0; at < shortest.played().size(); at++) {
            for (int i = 7; i >= 0; i--) {
                if (at < shortest.played().size()
                        && shortest.played().get(at) instanceof Action.Send(int programme, var submissions)
                        && submissions.size() > Math.max(i, 1)) {
                    List<Submission> thinner = new ArrayList<>(submissions);
                    thinner.remove(i);
                    List<Action> other = new ArrayList<>(shortest.played());
                    other.set(at, new Action.Send(programme, List.copyOf(thinner)));
                    attempt(other);
                }
            }
        }
    }

    private void attempt(List<Action> actions) {
        Run run = shortest.again(actions, cast);
        if (run.failure() != null && run.played().size() <= actions.size()) {
            shortest = run;
        }
    }
}
