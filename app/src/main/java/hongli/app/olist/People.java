package hongli.app.olist;

import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The people of Olist as members, each with an address. They come without a password: nobody can log in as them.
final class People {
    private static final int LOAD = 5_000;
    private static final String MEMBERS = """
            insert into mall.member (email, name, referral_code, joined_at)
            select code || '@olist.invalid', left(code, 8), code, at
            from unnest(?::text[], ?::timestamptz[]) with ordinality p (code, at, place) order by place
            """;
    private static final String ADDRESSES = """
            insert into mall.address (member, receiver, phone, region, street, is_default)
            select m.id, m.name, '', p.region, '', true
            from unnest(?::text[], ?::text[]) with ordinality p (code, region, place)
            join mall.member m on m.referral_code = p.code order by p.place
            """;
    private static final String FOUND = """
            select m.referral_code code, m.id member, a.id address
            from mall.member m left join mall.address a on a.member = m.id where m.referral_code = any (?)
            """;

    private final Map<String, Known> known = new HashMap<>();

    /// A member, with the address that things are sent to; 0 where nothing is.
    record Known(long member, long address) {}

    private record Named(String code, Known known) {}

    /// Brings in everybody who buys, as of their first order.
    void bringIn(Tables tables, List<Sold> orders) {
        Map<String, Sold> first = new HashMap<>();
        orders.forEach(order -> first.putIfAbsent(order.customer, order));
        List<Sold> all = new ArrayList<>(first.values());
        for (int from = 0; from < all.size(); from += LOAD) {
            List<Sold> some = all.subList(from, Math.min(all.size(), from + LOAD));
            List<String> codes = some.stream().map(order -> order.customer).toList();
            tables.run(work -> {
                work.send(
                        MEMBERS,
                        codes,
                        some.stream()
                                .map(order -> order.placedAt().toInstant(ZoneOffset.UTC))
                                .toList());
                work.send(
                        ADDRESSES,
                        codes,
                        some.stream().map(order -> order.region).toList());
                note(work, codes);
            });
        }
    }

    /// Brings in somebody who sells.
    Known owner(Transaction work, String seller) {
        work.send(MEMBERS, List.of(seller), List.of(work.now()));
        return note(work, List.of(seller)).getFirst().known();
    }

    private List<Named> note(Transaction work, List<String> codes) {
        List<Named> found = work.all(
                FOUND,
                row -> new Named(
                        row.text("code"),
                        new Known(
                                row.number("member"), row.findNumber("address").orElse(0))),
                codes);
        synchronized (known) {
            found.forEach(each -> known.put(each.code(), each.known()));
        }
        return found;
    }

    Known of(Sold order) {
        return Objects.requireNonNull(known.get(order.customer), "who buys was brought in");
    }
}
