package hongli.app.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the orders that returned goods came from, as well as the data allows.
///
/// In this order: the member's order of the same number; the member's latest earlier order whose rest is worth just
/// what came back; piece by piece, the member's latest earlier order that still holds so many of the same goods. What
/// fits none of these is not guessed at.
final class Matching {
    private final Map<String, List<Purchase>> byMember = new HashMap<>();
    private final Map<String, Purchase> byOrder = new HashMap<>();

    /// How an order was found.
    enum Way {
        SAME_NUMBER,
        SAME_TOTAL,
        SAME_GOODS,
        NOT_FOUND
    }

    /// Goods worth `amount` came back from `purchase`.
    record Match(Way way, @Nullable Purchase purchase, BigDecimal amount) {}

    /// From now on `purchase` may be returned.
    void add(Purchase purchase) {
        byOrder.put(purchase.order(), purchase);
        byMember.computeIfAbsent(purchase.member(), _ -> new ArrayList<>()).add(purchase);
    }

    /// Takes the goods back from the orders they came from.
    List<Match> takeBack(GoodsBack goods) {
        Purchase named = byOrder.get(goods.order());
        if (named != null && named.member().equals(goods.member()) && !named.isWhollyReturned()) {
            return matches(Way.SAME_NUMBER, named, goods.total());
        }
        Optional<Purchase> equal = latest(
                goods.member(),
                purchase -> purchase.kept().compareTo(goods.total()) == 0
                        && purchase.kept().signum() > 0);
        return equal.isPresent() ? matches(Way.SAME_TOTAL, equal.get(), goods.total()) : byPiece(goods);
    }

    private List<Match> byPiece(GoodsBack goods) {
        List<Match> matches = new ArrayList<>();
        for (GoodsBack.Piece piece : goods.pieces()) {
            String item = piece.item();
            Optional<Purchase> source = item == null || item.isEmpty()
                    ? Optional.empty()
                    : latest(goods.member(), purchase -> purchase.holds(item, piece.count()));
            if (item != null && source.isPresent()) {
                source.get().takeBack(item, piece.count());
                matches.addAll(matches(Way.SAME_GOODS, source.get(), piece.amount()));
            } else {
                matches.add(new Match(Way.NOT_FOUND, null, piece.amount()));
            }
        }
        return matches;
    }

    private static List<Match> matches(Way way, Purchase purchase, BigDecimal amount) {
        BigDecimal taken = purchase.takeBack(amount);
        var match = new Match(way, purchase, taken);
        BigDecimal rest = amount.subtract(taken);
        return rest.signum() == 0 ? List.of(match) : List.of(match, new Match(Way.NOT_FOUND, null, rest));
    }

    private Optional<Purchase> latest(String member, Predicate<Purchase> fits) {
        List<Purchase> purchases = byMember.getOrDefault(member, List.of());
        for (int i = purchases.size() - 1; i >= 0; i--) {
            Purchase purchase = purchases.get(i);
            if (!purchase.isWhollyReturned() && fits.test(purchase)) {
                return Optional.of(purchase);
            }
        }
        return Optional.empty();
    }
}
