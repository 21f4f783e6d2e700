package hongli.ledger.journal;

import hongli.ledger.ProgrammeId;
import java.util.List;
import java.util.function.Consumer;

/// A journal that can take in a programme that was kept elsewhere.
public interface AdoptingJournal extends Journal {
    /// Opens a programme together with its past, wholly or not at all; durable when it returns. Where `past` throws,
    /// nothing stands.
    Charter adopt(ProgrammeId id, String name, String terms, long atMicros, Past past);

    /// The past of a programme that was kept elsewhere.
    interface Past {
        /// Hands over all folios of the programme in order, some at a time.
        void write(Charter charter, Consumer<List<Folio>> journal);
    }
}
