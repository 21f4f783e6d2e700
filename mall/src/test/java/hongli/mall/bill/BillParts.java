package hongli.mall.bill;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands behind the figures of a bill, read as somebody does who follows each of them page by page.
public final class BillParts {
    private BillParts() {}

    /// One figure, what the bill says, and what is behind it.
    ///
    /// @param sum what all pages come to, as the book says itself
    public record Found(Figure figure, String told, List<BillBook.Part> parts, BillBook.Sum sum) {
        public Found {
            parts = List.copyOf(parts);
        }

        /// The postings listed are exactly those that make the figure.
        public void requireExact() {
            long counted = parts.stream().mapToLong(BillBook.Part::counts).reduce(0, Math::addExact);
            assertThat(figure.text(counted)).as(figure.word()).isEqualTo(told);
            assertThat(sum).as(figure.word()).isEqualTo(new BillBook.Sum(parts.size(), counted));
            assertThat(parts).as(figure.word()).allMatch(part -> part.counts() != 0);
            assertThat(parts.stream().map(part -> part.line().id()))
                    .as(figure.word())
                    .doesNotHaveDuplicates();
        }
    }

    /// All figures that postings make.
    public static List<Found> of(BillBook book, Actor actor, Bills.Bill bill) {
        Map<String, Object> figures = figures(bill);
        return Stream.of(Figure.values())
                .filter(figure -> figure != Figure.CONSTANT_EXCHANGED)
                .map(figure -> {
                    var filter = new BillBook.Filter(figure, null);
                    return new Found(
                            figure,
                            String.valueOf(figures.get(figure.word())),
                            parts(book, actor, bill.id(), filter),
                            book.sum(actor, bill.id(), filter));
                })
                .toList();
    }

    static Map<String, Object> figures(Bills.Bill bill) {
        return switch (Json.object(bill.content())) {
            case Json.Reading.Parsed(var fields) -> Map.copyOf(fields);
            case Json.Reading.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    /// The postings of a filter, three a page, so that pages join without a gap.
    static List<BillBook.Part> parts(BillBook book, Actor actor, long bill, BillBook.Filter filter) {
        List<BillBook.Part> parts = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<BillBook.Part> page = book.lines(actor, bill, filter, new Listing.Wish("-at", next.orElse(null), 3));
            parts.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return parts;
    }
}
