package hongli.ledger.journal;

final class MemoryJournalTest extends JournalContract {
    @Override
    Journal fresh() {
        return new MemoryJournal();
    }

    @Override
    Journal reopened(Journal closed) {
        return closed;
    }
}
