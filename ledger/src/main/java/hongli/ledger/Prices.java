package hongli.ledger;

import hongli.ledger.book.Book;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.ReadModels;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The history of pool and circulation, and of what days have granted. It may lag behind the journal for a moment.
///
/// Every method is empty where there is no such programme and throws `JournalUnavailable` where nothing can be read.
public final class Prices {
    private final ReadModels models;
    private final Function<ProgrammeId, Optional<Book>> books;

    Prices(ReadModels models, Function<ProgrammeId, Optional<Book>> books) {
        this.models = models;
        this.books = books;
    }

    /// At most `limit` points in order, from the first at `position` or later; the opening is at 0.
    public Optional<List<PricePoint>> page(ProgrammeId programme, long position, int limit) {
        return number(programme).map(number -> models.prices(number, position, limit));
    }

    /// The whole history in at most `most` points, at least 2, the first and the last among them.
    public Optional<List<PricePoint>> thinned(ProgrammeId programme, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("points must be >= 2: most=" + most);
        }
        return number(programme).map(number -> models.thinnedPrices(number, most));
    }

    /// At most `limit` closed days in order, from the first at `position` or later.
    public Optional<List<DividendDay>> dividends(ProgrammeId programme, long position, int limit) {
        return number(programme).map(number -> models.dividends(number, position, limit));
    }

    private Optional<Integer> number(ProgrammeId programme) {
        return books.apply(programme).map(book -> book.charter().number());
    }
}
