package hongli.ledger.writer;

import hongli.ledger.book.Book;
import hongli.ledger.journal.Folio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One batch on its way to the disk: the tickets that wait for it, its folios, and how far each book has come.
final class Flight {
    private final List<Ticket> tickets;
    private final List<Folio> folios = new ArrayList<>();
    private final Map<Book, Long> reached = new HashMap<>();

    Flight(List<Ticket> tickets) {
        this.tickets = List.copyOf(tickets);
    }

    List<Ticket> tickets() {
        return tickets;
    }

    /// The tickets of each book, in order: one run of commands a book costs one folio, however they came mixed.
    Map<Book, List<Ticket>> byBook() {
        return tickets.stream().collect(Collectors.groupingBy(Ticket::book, LinkedHashMap::new, Collectors.toList()));
    }

    List<Folio> folios() {
        return folios;
    }

    /// How many commands were decided, those that had been before left out.
    int decisions() {
        return folios.stream().mapToInt(Folio::count).sum();
    }

    Set<Book> books() {
        return reached.keySet();
    }

    void add(List<Folio> written) {
        folios.addAll(written);
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
