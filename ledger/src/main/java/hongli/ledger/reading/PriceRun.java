package hongli.ledger.reading;

import hongli.economy.Price;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.ledger.journal.Bytes;
import hongli.ledger.wire.ByteReader;
import hongli.ledger.wire.ByteWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A run of points of the price history, packed: each as what differs from the one before it.
///
/// @param first the position of the first point
/// @param last the position of the last point
/// @param fromMicros when the first point was left behind
/// @param untilMicros when the last point was
/// @param count how many points there are, at least one
public record PriceRun(long first, long last, long fromMicros, long untilMicros, int count, Bytes content) {
    private static final int VERSION = 2;
    /// As many as a page of the database holds in one piece.
    private static final int MOST = 128;

    /// The two lowest bits of a point's first number: whether the price is that of pool and circulation, or as before.
    private static final int FRACTION = 0;

    private static final int AS_BEFORE = 1;
    private static final int SPELT_OUT = 2;
    private static final int FORMS = 3;

    /// The next bit: whether more was burned by then, which is told at the end; of most points it is not.
    private static final int BURNED_MORE = 4;

    private static final int FLAGS = 3;

    /// The points in runs, in order.
    public static List<PriceRun> of(List<PricePoint> points) {
        List<PriceRun> runs = new ArrayList<>();
        for (int from = 0; from < points.size(); from += MOST) {
            runs.add(pack(points.subList(from, Math.min(points.size(), from + MOST))));
        }
        return runs;
    }

    private static PriceRun pack(List<PricePoint> points) {
        var out = new ByteWriter(16 * points.size() + 32);
        out.write(VERSION);
        long position = 0;
        long micros = 0;
        long pool = 0;
        long circulating = 0;
        long burned = 0;
        Price price = null;
        for (PricePoint point : points) {
            int form = isFraction(point) ? FRACTION : point.price().equals(price) ? AS_BEFORE : SPELT_OUT;
            boolean more = point.burned().micro() != burned;
            out.writeNumber(point.position() - position << FLAGS | (more ? BURNED_MORE : 0) | form);
            out.writeSigned(micros(point.at()) - micros);
            out.writeSigned(point.pool().fen() - pool);
            out.writeSigned(point.circulating().micro() - circulating);
            price = point.price();
            if (form == SPELT_OUT) {
                out.writeNumber(price.fen());
                out.writeNumber(price.micro());
            }
            if (more) {
                out.writeSigned(point.burned().micro() - burned);
            }
            position = point.position();
            micros = micros(point.at());
            pool = point.pool().fen();
            circulating = point.circulating().micro();
            burned = point.burned().micro();
        }
        PricePoint first = points.getFirst();
        return new PriceRun(
                first.position(), position, micros(first.at()), micros, points.size(), Bytes.of(out.toBytes()));
    }

    private static boolean isFraction(PricePoint point) {
        return point.price().fen() == point.pool().fen()
                && point.price().micro() == point.circulating().micro();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// The points, in order.
    ///
    /// @throws IllegalArgumentException where the content was not written for just this run
    public List<PricePoint> points() {
        var in = new ByteReader(content.array());
        int version = in.read();
        if (version != VERSION) {
            throw new IllegalArgumentException("version must be " + VERSION + ": version=" + version);
        }
        List<PricePoint> points = new ArrayList<>(MOST);
        long position = 0;
        long micros = 0;
        long pool = 0;
        long circulating = 0;
        long burned = 0;
        while (!in.isAtEnd()) {
            long step = in.readNumber();
            position += step >>> FLAGS;
            micros += in.readSigned();
            pool += in.readSigned();
            circulating += in.readSigned();
            Price price = readPrice(in, (int) step & FORMS, pool, circulating, points);
            burned += (step & BURNED_MORE) == 0 ? 0 : in.readSigned();
            var at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            points.add(
                    new PricePoint(position, at, new Money(pool), new Points(circulating), price, new Points(burned)));
        }
        requireThese(points);
        return points;
    }

    private static Price readPrice(ByteReader in, int form, long pool, long circulating, List<PricePoint> before) {
        if (form == FRACTION) {
            return new Price(pool, circulating);
        }
        if (form == AS_BEFORE && !before.isEmpty()) {
            return before.getLast().price();
        }
        if (form == SPELT_OUT) {
            return new Price(in.readNumber(), in.readNumber());
        }
        throw new IllegalArgumentException("price must have a form that is known: form=" + form);
    }

    private void requireThese(List<PricePoint> points) {
        boolean these = !points.isEmpty()
                && points.size() == count
                && points.getFirst().position() == first
                && points.getLast().position() == last
                && micros(points.getFirst().at()) == fromMicros
                && micros(points.getLast().at()) == untilMicros;
        if (!these) {
            throw new IllegalArgumentException("points must be those of the run: first=" + first + ", last=" + last);
        }
    }
}
