package hongli.mall.aftersale;

/// A case as somebody saw it who now decides.
///
/// @param version the version that was seen
public record Seen(long id, long version) {}
