package hongli.mall.picture;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.digest.Sha256;
import hongli.mall.goods.Showcase;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.HexFormat;
import java.util.List;

/// Pictures, kept in the tables; the same picture of the same merchant is kept once.
public final class Pictures {
    private static final String SHOWN = "select i.id, i.type, i.digest, i.content from mall.picture i where i.id = ?";
    private static final String OFFERED = " and exists (select from mall.product p join mall.merchant m"
            + " on m.id = p.merchant where p.pictures @> array[i.id] and " + Showcase.SEEN + ")";

    private final Tables tables;

    public Pictures(Tables tables) {
        this.tables = tables;
    }

    /// A picture as it is sent out.
    ///
    /// @param digest names the content: the same for ever, another one for other pixels
    @SuppressWarnings("ArrayRecordComponent") // sent out as it is; nobody compares it
    public record Picture(long id, String type, String digest, byte[] content) {}

    /// What is told of a picture that was taken.
    public record Taken(long id, String type, int width, int height, int bytes) {}

    /// Takes a picture for the caller's merchant.
    ///
    /// @param file a JPEG or a PNG, whatever its name says
    public Taken take(Actor actor, byte[] file) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        Redrawn drawn = Redrawn.of(file);
        return seller.work(tables, work -> keep(work, seller.merchant(), drawn));
    }

    private static Taken keep(Transaction work, long merchant, Redrawn drawn) {
        byte[] digest = Sha256.of(drawn.content());
        work.run(
                "insert into mall.picture (merchant, type, width, height, digest, content) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (merchant, digest) do nothing",
                merchant,
                drawn.type(),
                drawn.width(),
                drawn.height(),
                digest,
                drawn.content());
        long id = work.number("select id number from mall.picture where merchant = ? and digest = ?", merchant, digest);
        return new Taken(id, drawn.type(), drawn.width(), drawn.height(), drawn.content().length);
    }

    /// A picture, as far as the caller may see it: customers those of what is offered, clerks those of their merchant
    /// too, operators who read goods all.
    public Picture one(Actor actor, long id) {
        List<Picture> found = switch (actor) {
            case Actor.Operator operator
            when operator.permissions().contains(Permission.GOODS_READ) -> tables.work(work -> all(work, SHOWN, id));
            case Actor.Clerk clerk
            when clerk.permissions().contains(Permission.GOODS_READ) ->
                tables.workAs(clerk.merchant(), work -> all(work, SHOWN, id));
            case Actor.Operator _, Actor.Clerk _, Actor.Member _, Actor.Guest _, Actor.House _ -> List.of();
        };
        if (found.isEmpty()) {
            found = tables.work(work -> all(work, SHOWN + OFFERED, id));
        }
        return found.stream().findFirst().orElseThrow(() -> General.NOT_FOUND.with("picture", id));
    }

    private static List<Picture> all(Transaction work, String sql, long id) {
        return work.all(
                sql,
                row -> new Picture(
                        row.number("id"),
                        row.text("type"),
                        HexFormat.of().formatHex(row.bytes("digest")),
                        row.bytes("content")),
                id);
    }
}
