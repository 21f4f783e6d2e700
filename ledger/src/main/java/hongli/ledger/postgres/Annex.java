package hongli.ledger.postgres;

/// Another room's tables in the same database, which a backup carries with the journal, as at the same moment.
///
/// @param schema where they are: all tables there are carried
/// @param history the one table there that is not: Flyway's, with their version
/// @param sign a table there that has rows as soon as the room was ever used
public record Annex(String schema, String history, String sign) {}
