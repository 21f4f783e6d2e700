package hongli.ledger;

import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;

final class ReadingInMemoryTest extends ReadingContract {
    private final Journal journal = new MemoryJournal();

    @Override
    Journal journal() {
        return journal;
    }
}
