package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.digest.Sha256;
import hongli.mall.price.Item;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a buyer wants to buy.
///
/// @param lines one for each article, at most 100
/// @param coupons pieces of the buyer's own
/// @param address one of the buyer's own; nothing where nothing is to be sent
/// @param note a word to the merchants, may be empty
/// @param pickUp whether the buyer comes for the goods: then nothing is sent, and delivery costs nothing
public record Wish(List<Line> lines, List<Long> coupons, OptionalLong address, String note, boolean pickUp) {
    public Wish {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }

    /// A wish of which nothing is picked up.
    public Wish(List<Line> lines, List<Long> coupons, OptionalLong address, String note) {
        this(lines, coupons, address, note, false);
    }

    /// So many of one article.
    ///
    /// @param target whom a top-up is for: a phone, a meter; empty for anything else
    public record Line(Item.Key key, long quantity, String target) {}

    /// Where a quote is for, and what it may count with.
    ///
    /// @param region where to, from the beginning of the address; it counts where no address is given
    /// @param points constant points that the buyer would pay with
    public record Quoted(Wish wish, Optional<String> region, Money points) {}

    /// The digest of it: the same wish has the same.
    byte[] digest() {
        return Sha256.of(toString());
    }
}
