package hongli.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a programme's events on from where it stopped, for somebody who adds them up in memory. Not for several
/// threads.
public final class EventReader {
    private final Events events;
    private final Consumer<ProgrammeId> beginning;
    private final Consumer<List<Event>> reader;
    private @Nullable ProgrammeId programme;
    private long position;

    /// @param beginning throws away what was added up, and begins with this programme
    /// @param reader adds up what follows
    public EventReader(Events events, Consumer<ProgrammeId> beginning, Consumer<List<Event>> reader) {
        this.events = events;
        this.beginning = beginning;
        this.reader = reader;
    }

    /// Reads on up to the command at `upTo`, or to the last one where there are fewer; from the beginning where it is
    /// another programme or an earlier position than before.
    ///
    /// @throws JournalUnavailable where the journal cannot be read; what was read until then counts
    public void readOn(ProgrammeId asked, long upTo) {
        if (position == 0 || !asked.equals(programme) || upTo < position) {
            beginning.accept(asked);
            programme = asked;
            position = 0;
        }
        events.walk(asked, position, upTo, read -> {
            reader.accept(read);
            position = read.getLast().position();
        });
    }
}
