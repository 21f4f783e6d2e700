package hongli.mall.freight;

import static java.util.stream.Collectors.groupingBy;

import hongli.economy.exact.Money;
import hongli.mall.freight.Tariff.Band;
import hongli.mall.freight.Tariff.Unit;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The tariffs that merchants have set.
public final class Tariffs {
    private static final String FIND = """
            select t.id, t.unit, t.free_from_fen, r.region, r.first, r.first_fen, r.next, r.next_fen
            from mall.freight_template t left join mall.freight_rate r on r.template = t.id
            where t.id = any (?) order by t.id, r.region
            """;

    private Tariffs() {}

    /// A template with one of its bands, if it has any.
    private record Rate(long id, Unit unit, OptionalLong freeFrom, Optional<Band> band) {
        static Rate read(Row row) throws SQLException {
            return new Rate(
                    row.number("id"), row.word("unit", Unit.class), row.findNumber("free_from_fen"), readBand(row));
        }

        private static Optional<Band> readBand(Row row) throws SQLException {
            Optional<String> region = row.findText("region");
            return region.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Band(
                            region.get(),
                            row.number("first"),
                            row.money("first_fen"),
                            row.number("next"),
                            row.money("next_fen")));
        }
    }

    /// Those with these ids, as far as they are there.
    public static Map<Long, Tariff> find(Transaction work, Collection<Long> ids) {
        Map<Long, Tariff> found = new HashMap<>();
        if (!ids.isEmpty()) {
            work.all(FIND, Rate::read, ids).stream()
                    .collect(groupingBy(Rate::id))
                    .forEach((id, rates) -> found.put(id, tariff(rates)));
        }
        return found;
    }

    private static Tariff tariff(List<Rate> rates) {
        Rate first = rates.getFirst();
        Optional<Money> freeFrom = first.freeFrom().isPresent()
                ? Optional.of(new Money(first.freeFrom().getAsLong()))
                : Optional.empty();
        List<Band> bands = rates.stream().flatMap(rate -> rate.band().stream()).toList();
        return new Tariff(first.id(), first.unit(), freeFrom, bands);
    }
}
