package hongli.mall.delivery;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.digest.Sha256;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Codes as the counter looks at them: which there are, and what one that is presented is for before it is redeemed.
///
/// No list and no answer ever tells a code: whoever could read one here could redeem what nobody presented. Nor could
/// it be told, as only digests are kept. A code that was never made, one that a newer one has replaced and one of
/// another merchant are refused alike, so that a wrong try teaches nothing. Tries are not counted: of 128 random bits
/// none is found by trying, whereas a limit would let one mistyping clerk close the counter.
public final class Codes {
    /// Whether a line of the voucher's order is what its code is for.
    static final String MEANT = "l.order_id = v.order_id and (l.id = v.line or v.line is null and l.kind = 'physical')";

    /// How many pieces of the line are handed over for the code, or were.
    private static final String PIECES = """
            (case when v.line is not null then 1
                when v.status = 'ready' then l.quantity - l.refunded_quantity
                else l.quantity end)
            """;

    private static final String CODES = """
            select v.*, o.number, o.paid_at, (
                select string_agg(l.title || ' ×' || %2$s, '; ' order by l.id)
                from mall.order_line l where %1$s and %2$s > 0) as titles
            from mall.voucher v join mall.orders o on o.id = v.order_id
            """.formatted(MEANT, PIECES);
    private static final String TITLED = """
            strpos(o.number, ?) > 0 or exists (
                select from mall.order_line l where %s and strpos(l.title, ?) > 0)
            """.formatted(MEANT);
    private static final String GOODS = """
            select l.title, %2$s as quantity, (
                select string_agg(key || ' ' || value, ' · ' order by key)
                from jsonb_each_text(l.specification)) as about
            from mall.voucher v join mall.order_line l on %1$s
            where v.id = ? and %2$s > 0 order by l.id
            """.formatted(MEANT, PIECES);
    private static final Map<String, String> SORTS = Map.of("id", "id bigint");

    private final Tables tables;

    public Codes(Tables tables) {
        this.tables = tables;
    }

    /// What a code is for.
    public enum Kind {
        /// One piece of something that was bought as a voucher.
        VOUCHER,
        /// All goods of an order that is picked up.
        PICK_UP
    }

    /// A code, without what is to be shown.
    ///
    /// @param number the order's
    /// @param titles what it is for, in a line
    /// @param redeemedBy who redeemed it
    public record Code(
            Vouchers.Voucher voucher,
            String number,
            String titles,
            Optional<Instant> paidAt,
            Optional<String> redeemedBy) {
        public Kind kind() {
            return voucher.line().isPresent() ? Kind.VOUCHER : Kind.PICK_UP;
        }

        static Code of(Row row) throws SQLException {
            return new Code(
                    Vouchers.Voucher.of(row),
                    row.text("number"),
                    row.findText("titles").orElse(""),
                    row.findTime("paid_at"),
                    row.findText("redeemed_by"));
        }
    }

    /// Some pieces of one thing.
    ///
    /// @param about its specification, in a line
    public record Goods(String title, String about, long quantity) {
        static Goods of(Row row) throws SQLException {
            return new Goods(row.text("title"), row.findText("about").orElse(""), row.number("quantity"));
        }
    }

    /// A code that somebody presents, and what is handed over for it.
    public record Presented(Code code, List<Goods> goods) {
        public Presented {
            goods = List.copyOf(goods);
        }
    }

    /// Which codes are looked for; null where it does not matter.
    ///
    /// @param text a part of the order's number, or of what was bought
    public record Filter(
            Vouchers.@Nullable Status status,
            @Nullable Kind kind,
            @Nullable Long order,
            @Nullable String text) {}

    /// Looks at a code that somebody shows at the counter, and changes nothing. One that was redeemed or is void is
    /// shown too, so that the counter can say why it hands nothing over.
    public Presented look(Actor actor, String written) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_SHIP);
        byte[] digest = Sha256.of(Vouchers.plain(written));
        return seller.work(tables, work -> {
            Code code =
                    work.find(CODES + " where v.digest = ?", Code::of, digest).orElseThrow(General.NOT_FOUND::with);
            return new Presented(code, work.all(GOODS, Goods::of, code.voucher().id()));
        });
    }

    /// The codes of the actor's own shop, the newest first where no other sorting is asked for.
    public Page<Code> page(Actor actor, Filter filter, Listing.Wish wish) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_SHIP);
        String text = filter.text();
        Listing listing = Listing.of(CODES)
                .where("v.merchant = ?", seller.merchant())
                .whereGiven("v.status = ?", filter.status())
                .whereGiven("v.order_id = ?", filter.order())
                .whereGiven("(case when v.line is null then 'pick_up' else 'voucher' end) = ?", filter.kind());
        if (text != null) {
            listing.where(TITLED, text, text);
        }
        return seller.work(tables, work -> listing.page(work, wish.orBy("-id"), SORTS, Code::of));
    }
}
