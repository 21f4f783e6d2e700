package hongli.ledger;

import hongli.economy.Holding;
import hongli.economy.Totals;
import hongli.economy.command.MemberId;
import hongli.economy.terms.Terms;
import hongli.ledger.book.Book;
import hongli.ledger.book.Standing;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A book and its standing, for the length of one reading.
record BookView(Book book, Standing standing) implements View {
    @Override
    public ProgrammeId id() {
        return book.charter().id();
    }

    @Override
    public String name() {
        return book.charter().name();
    }

    @Override
    public Terms terms() {
        return book.terms();
    }

    @Override
    public Instant openedAt() {
        return Instant.EPOCH.plus(book.charter().openedAtMicros(), ChronoUnit.MICROS);
    }

    @Override
    public long position() {
        return standing.position();
    }

    @Override
    public Totals totals() {
        return standing.programme().totals();
    }

    @Override
    public @Nullable Holding holding(MemberId member) {
        return standing.programme().holding(member);
    }

    @Override
    public Holding holding(int number) {
        return standing.programme().holding(number);
    }

    @Override
    public void writeState(Appendable out) throws IOException {
        standing.programme().writeState(out, standing.rejected());
    }
}
