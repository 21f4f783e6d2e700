package hongli.ledger.writer;

import hongli.ledger.journal.Journal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes durable what the writer has committed: a flush that begins after a commit covers it, and only when it has
/// returned are the submitters answered.
final class Flusher implements Shift {
    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);

    private final Journal journal;
    private final Runway runway;
    private final Intake intake;

    Flusher(Journal journal, Runway runway, Intake intake) {
        this.journal = journal;
        this.runway = runway;
        this.intake = intake;
    }

    @Override
    public boolean await() {
        return runway.awaitDeparture();
    }

    @Override
    public void step() {
        List<Flight> departing = runway.depart();
        if (!departing.isEmpty()) {
            flush(departing);
        }
    }

    private void flush(List<Flight> departing) {
        try {
            journal.flush();
        } catch (RuntimeException | Error e) {
            LOG.warn("journal did not flush: {}", Complaint.of(e));
            runway.crashed(departing);
            intake.nudge();
            return;
        }
        departing.forEach(Flight::land);
        runway.landed();
    }
}
