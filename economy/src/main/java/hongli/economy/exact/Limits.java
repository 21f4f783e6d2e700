package hongli.economy.exact;

/// The largest amounts a programme may hold. What would pass them is refused by name, so nothing can wrap.
///
/// With money up to 2^62 fen, points up to 2^62 micro-points and quotas up to 2^62 fen each, every product the rules
/// ask for fits 128 bits: 2^62 fen are below 2^102 pico-fen, and limits scaled by 2^20 stay below 2^124.
public final class Limits {
    /// All money that may ever come into one programme, in fen.
    public static final long MONEY_FEN = 1L << 62;

    /// All points that may ever be issued by one programme, in micro-points.
    public static final long POINTS_MICRO = 1L << 62;

    /// The quota of one member, in fen.
    public static final long QUOTA_FEN = 1L << 62;

    /// The largest rate or multiple, in millionths.
    public static final long MILLIONTHS = 1L << 62;

    private Limits() {}
}
