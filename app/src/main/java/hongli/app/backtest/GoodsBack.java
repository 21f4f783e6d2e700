package hongli.app.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One return of the history: what a member brought back under one number on one day.
final class GoodsBack {
    private final Slip slip;
    private Instant time;
    private BigDecimal total = BigDecimal.ZERO;
    private final List<Piece> pieces = new ArrayList<>();

    /// What makes lines one return.
    record Slip(String order, String member, LocalDate day) {}

    /// One line of it.
    record Piece(@Nullable String item, BigDecimal count, BigDecimal amount) {}

    GoodsBack(Slip slip, Instant time) {
        this.slip = slip;
        this.time = time;
    }

    void add(Line line) {
        total = total.add(line.amount());
        time = line.time().isAfter(time) ? line.time() : time;
        pieces.add(new Piece(line.item(), line.pieces(), line.amount()));
    }

    /// The order's number that it names, which may be its own.
    String order() {
        return slip.order();
    }

    String member() {
        return slip.member();
    }

    Instant time() {
        return time;
    }

    BigDecimal total() {
        return total;
    }

    List<Piece> pieces() {
        return pieces;
    }
}
