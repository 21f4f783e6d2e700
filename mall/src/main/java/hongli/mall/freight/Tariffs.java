package hongli.mall.freight;

import hongli.economy.exact.Money;
import hongli.mall.freight.Tariff.Band;
import hongli.mall.freight.Tariff.Unit;
import hongli.mall.table.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The tariffs that merchants have set.
public final class Tariffs {
    private static final String TEMPLATES =
            "select id, unit, free_from_fen from mall.freight_template where id = any (?)";
    private static final String RATES =
            "select region, first, first_fen, next, next_fen from mall.freight_rate where template = ? order by region";

    private Tariffs() {}

    /// A template without its bands.
    private record Head(long id, Unit unit, OptionalLong freeFrom) {}

    /// Those with these ids, as far as they are there.
    public static Map<Long, Tariff> find(Transaction work, Collection<Long> ids) {
        Map<Long, Tariff> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        work.all(
                        TEMPLATES,
                        row -> new Head(
                                row.number("id"), row.word("unit", Unit.class), row.findNumber("free_from_fen")),
                        ids)
                .forEach(head -> found.put(head.id(), tariff(work, head)));
        return found;
    }

    private static Tariff tariff(Transaction work, Head head) {
        List<Band> bands = work.all(
                RATES,
                row -> new Band(
                        row.text("region"),
                        row.number("first"),
                        row.money("first_fen"),
                        row.number("next"),
                        row.money("next_fen")),
                head.id());
        Optional<Money> freeFrom = head.freeFrom().isPresent()
                ? Optional.of(new Money(head.freeFrom().getAsLong()))
                : Optional.empty();
        return new Tariff(head.id(), head.unit(), freeFrom, bands);
    }
}
