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
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Codes that are redeemed once at a merchant's counter: one for each voucher that was bought, and one for an order
/// that is picked up.
///
/// A code has 128 random bits. It is made when the member looks at the voucher, shown then and never again: only its
/// digest is kept. Who has lost it looks again and gets another one; the one before holds no longer.
public final class Vouchers {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final String HELD = """
            select v.*, coalesce((
                select string_agg(l.title, '; ' order by l.id) from mall.order_line l where %s), '') as titles
            from mall.voucher v
            """.formatted(Codes.MEANT);

    private final Tables tables;
    private final Fulfilment fulfilment;
    private final SecureRandom random = new SecureRandom();

    public Vouchers(Tables tables, Fulfilment fulfilment) {
        this.tables = tables;
        this.fulfilment = fulfilment;
    }

    /// How far a voucher is.
    public enum Status {
        READY,
        REDEEMED,
        VOID
    }

    /// A voucher, without its code.
    ///
    /// @param line the order line it was bought by; nothing where it is for picking up the order
    public record Voucher(
            long id,
            long order,
            OptionalLong line,
            long merchant,
            Status status,
            Optional<Instant> shownAt,
            Optional<Instant> redeemedAt) {
        static Voucher of(Row row) throws SQLException {
            return new Voucher(
                    row.number("id"),
                    row.number("order_id"),
                    row.findNumber("line"),
                    row.number("merchant"),
                    row.word("status", Status.class),
                    row.findTime("shown_at"),
                    row.findTime("redeemed_at"));
        }
    }

    /// A voucher in its member's hands.
    ///
    /// @param titles what it is for
    public record Held(Voucher voucher, String titles) {
        static Held of(Row row) throws SQLException {
            return new Held(Voucher.of(row), row.text("titles"));
        }
    }

    /// Makes the vouchers of an order that was paid; a second time makes no more.
    static void issue(Transaction work, long order) {
        work.send(
                "insert into mall.voucher (order_id, line, place, merchant, member, status)"
                        + " select o.id, l.id, n, o.merchant, o.member, 'ready' from mall.orders o"
                        + " join mall.order_line l on l.order_id = o.id, generate_series(1, l.quantity::int) n"
                        + " where o.id = ? and l.kind = 'voucher' and n <= l.quantity - l.refunded_quantity"
                        + " on conflict do nothing",
                order);
        work.send(
                "insert into mall.voucher (order_id, line, place, merchant, member, status)"
                        + " select o.id, null, 1, o.merchant, o.member, 'ready' from mall.orders o"
                        + " where o.id = ? and o.address is null and exists ("
                        + "select from mall.order_line l where l.order_id = o.id and l.kind = 'physical')"
                        + " on conflict do nothing",
                order);
    }

    /// Makes the code of a voucher and shows it, this once.
    public String show(Actor actor, long voucher) {
        long member = actor.requireMember().id();
        String code = code();
        tables.run(work -> {
            int shown = work.run(
                    "update mall.voucher set digest = ?, shown_at = ? where id = ? and member = ? and status = 'ready'",
                    Sha256.of(code),
                    work.now(),
                    voucher,
                    member);
            if (shown == 0) {
                throw work.find(
                                "select status from mall.voucher where id = ? and member = ?",
                                row -> row.word("status", Status.class),
                                voucher,
                                member)
                        .map(Vouchers::over)
                        .orElseGet(General.NOT_FOUND::with);
            }
        });
        return code;
    }

    /// Redeems a code that somebody shows at the merchant's counter, once however many clerks try.
    public Voucher redeem(Actor actor, String code) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_SHIP);
        byte[] digest = Sha256.of(plain(code));
        return seller.work(tables, work -> {
            Voucher voucher = work.find("select * from mall.voucher where digest = ?", Voucher::of, digest)
                    .orElseThrow(General.NOT_FOUND::with);
            Fulfilment.lock(work, voucher.order());
            int redeemed = work.run(
                    "update mall.voucher set status = 'redeemed', redeemed_at = ?, redeemed_by = ?"
                            + " where id = ? and digest = ? and status = 'ready'",
                    work.now(),
                    actor.label(),
                    voucher.id(),
                    digest);
            Voucher now = work.one("select * from mall.voucher where id = ?", Voucher::of, voucher.id());
            if (redeemed == 0) {
                throw now.status() == Status.READY ? General.NOT_FOUND.with() : over(now.status());
            }
            Trail.tell(
                    work,
                    actor,
                    "voucher.redeemed",
                    new Trail.Subject("voucher", voucher.id()),
                    new Trail.Change(Map.of("status", "ready"), Map.of("status", "redeemed")));
            fulfilment.examine(work, actor, voucher.order());
            return now;
        });
    }

    private static RuntimeException over(Status status) {
        return (status == Status.VOID ? DeliveryGround.CODE_VOID : DeliveryGround.CODE_USED).with();
    }

    /// Makes void as many vouchers of a line as are paid back.
    ///
    /// @throws hongli.mall.refusal.Refusal where fewer are left to be redeemed
    public static void cancel(Transaction work, long line, long quantity) {
        int gone = work.run(
                "update mall.voucher set status = 'void' where id in (select id from mall.voucher"
                        + " where line = ? and status = 'ready' order by id desc limit ? for update)",
                line,
                quantity);
        if (gone < quantity && work.exists("select from mall.voucher where line = ?", line)) {
            throw DeliveryGround.CODE_USED.with();
        }
    }

    /// Makes the pick-up code of an order void where nothing is left to be picked up.
    public static void cancelPickUp(Transaction work, long order) {
        work.run(
                "update mall.voucher set status = 'void' where order_id = ? and line is null and status = 'ready'"
                        + " and not exists (select from mall.order_line where order_id = ? and kind = 'physical'"
                        + " and refunded_quantity < quantity)",
                order,
                order);
    }

    /// A member's vouchers, each with what it is for.
    public Page<Held> list(Actor actor, @Nullable Status status, Listing.Wish wish) {
        long member = actor.requireMember().id();
        return tables.work(work -> Listing.of(HELD)
                .where("v.member = ?", member)
                .whereGiven("v.status = ?", status)
                .page(work, wish, new LinkedHashMap<>(Map.of("id", "id bigint")), Held::of));
    }

    private String code() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        var number = new BigInteger(1, bits);
        var code = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(LETTERS.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return code.toString();
    }

    /// As it was made, however somebody wrote it: small letters, gaps, O for 0.
    static String plain(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
