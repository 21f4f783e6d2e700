package hongli.ledger.writer;

import hongli.ledger.book.Book;
import hongli.ledger.book.Verdict;
import hongli.ledger.journal.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One batch on its way to the disk: the tickets that wait for it, its entries, and how far each book has come.
final class Flight {
    private final List<Ticket> tickets;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Book, Long> reached = new HashMap<>();

    Flight(List<Ticket> tickets) {
        this.tickets = List.copyOf(tickets);
    }

    List<Ticket> tickets() {
        return tickets;
    }

    List<Entry> entries() {
        return entries;
    }

    Set<Book> books() {
        return reached.keySet();
    }

    void note(Ticket ticket, Verdict verdict) {
        ticket.note(verdict);
        if (verdict instanceof Verdict.Decided(Entry entry, var _)) {
            entries.add(entry);
        }
    }

    /// `book` stands at `position` in this batch.
    void reach(Book book, long position) {
        reached.put(book, position);
    }

    /// All of it is durable: readers first, then whoever submitted.
    void land() {
        reached.forEach((book, position) -> book.durable().advance(position));
        tickets.forEach(Ticket::settle);
    }

    /// Nothing of it is promised.
    void lose() {
        reached.keySet().forEach(book -> book.durable().lose());
        tickets.forEach(Ticket::lose);
    }
}
