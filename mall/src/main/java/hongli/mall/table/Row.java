package hongli.mall.table;

import hongli.economy.exact.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// One row that was found, its values by the names of their columns.
public final class Row {
    private final ResultSet found;

    Row(ResultSet found) {
        this.found = found;
    }

    public long number(String column) throws SQLException {
        return found.getLong(column);
    }

    /// The number, or nothing where the column is null.
    public OptionalLong findNumber(String column) throws SQLException {
        long number = found.getLong(column);
        return found.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    public int count(String column) throws SQLException {
        return found.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
        return found.getBoolean(column);
    }

    public String text(String column) throws SQLException {
        return found.getString(column);
    }

    public Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(found.getString(column));
    }

    /// An amount from a column of whole fen.
    public Money money(String column) throws SQLException {
        return new Money(found.getLong(column));
    }

    public Instant time(String column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> findTime(String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public LocalDate date(String column) throws SQLException {
        return found.getObject(column, LocalDate.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return found.getBytes(column);
    }

    /// The texts of a column of text[].
    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) found.getArray(column).getArray());
    }

    /// The numbers of a column of bigint[].
    public List<Long> numbers(String column) throws SQLException {
        return List.of((Long[]) found.getArray(column).getArray());
    }

    /// The constant of `type` whose name the column holds in small letters.
    public <E extends Enum<E>> E word(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, found.getString(column).toUpperCase(Locale.ROOT));
    }
}
