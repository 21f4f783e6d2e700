package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Ground;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Pictures that members bring in to show what is wrong: painted anew, so that nothing but the picture is kept.
public final class Evidence {
    private static final int MOST_SIDE = 6_000;
    private static final int MOST_HELD = 200;

    private final Tables tables;

    public Evidence(Tables tables) {
        this.tables = tables;
    }

    /// Reasons why a picture is refused.
    public enum EvidenceGround implements Ground {
        /// No JPEG or PNG, or too large a picture.
        EVIDENCE_UNSOUND(Sort.UNSOUND),
        EVIDENCE_TOO_MANY(Sort.TOO_OFTEN);

        private final Sort sort;

        EvidenceGround(Sort sort) {
            this.sort = sort;
        }

        @Override
        public Sort sort() {
            return sort;
        }
    }

    /// Keeps a picture, as a JPEG; its number.
    public long add(Actor actor, byte[] content) {
        long member = actor.requireMember().id();
        byte[] picture = painted(content);
        return tables.work(work -> {
            long held = work.number("select count(*) number from mall.evidence where member = ?", member);
            if (held >= MOST_HELD) {
                throw EvidenceGround.EVIDENCE_TOO_MANY.with("most", MOST_HELD);
            }
            return work.insert(
                    "insert into mall.evidence (member, content, at) values (?, ?, ?) returning id",
                    member,
                    picture,
                    work.now());
        });
    }

    private static byte[] painted(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw EvidenceGround.EVIDENCE_UNSOUND.with("most", MOST_SIDE);
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            boolean known = List.of("JPEG", "png").contains(reader.getFormatName());
            if (!known || reader.getWidth(0) > MOST_SIDE || reader.getHeight(0) > MOST_SIDE) {
                throw EvidenceGround.EVIDENCE_UNSOUND.with("most", MOST_SIDE);
            }
            BufferedImage read = reader.read(0);
            var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            var brush = plain.createGraphics();
            brush.drawImage(read, 0, 0, null);
            brush.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(plain, "jpeg", out);
            return out.toByteArray();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw EvidenceGround.EVIDENCE_UNSOUND.with("most", MOST_SIDE);
        }
    }

    static void requireOwn(Transaction work, long member, List<Long> pictures) {
        long own = work.number(
                "select count(*) number from mall.evidence where member = ? and id = any (?)", member, pictures);
        if (own != new HashSet<>(pictures).size()) {
            throw General.NOT_FOUND.with();
        }
    }

    /// A picture of a case, for those who have to do with it.
    public byte[] show(Actor actor, long picture) {
        return switch (actor) {
            case Actor.Clerk clerk -> {
                clerk.requireClerk(Permission.ORDERS_READ);
                // Whether the case is the merchant's is asked under row security; the picture itself is the member's.
                boolean shown = tables.workAs(
                        clerk.merchant(),
                        work -> work.exists("select from mall.after_sale where ? = any (evidence)", picture));
                yield tables.work(work -> content(work, "id = ? and ?", picture, shown));
            }
            case Actor.Operator operator -> {
                operator.requireOperator(Permission.ORDERS_READ);
                yield tables.work(work -> content(work, "id = ? and ?", picture, true));
            }
            case Actor.Member member ->
                tables.work(work -> content(work, "id = ? and member = ?", picture, member.id()));
            case Actor.Guest _, Actor.House _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    private static byte[] content(Transaction work, String condition, Object... values) {
        return work.find("select content from mall.evidence where " + condition, row -> row.bytes("content"), values)
                .orElseThrow(General.NOT_FOUND::with);
    }
}
