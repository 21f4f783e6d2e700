package hongli.ledger.reading;

/// How much the read models of a programme hold.
///
/// @param rows of statements, one for each member and command
/// @param points of the price history
public record Extent(long rows, long points) {
    public static final Extent NONE = new Extent(0, 0);

    public Extent plus(Extent other) {
        return new Extent(rows + other.rows, points + other.points);
    }
}
