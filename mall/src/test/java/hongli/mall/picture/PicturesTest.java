package hongli.mall.picture;

import static hongli.mall.Market.code;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.Market;
import hongli.mall.access.Actor;
import hongli.mall.goods.Offer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PicturesTest {
    private final Market market = new Market();
    private final Pictures pictures = new Pictures(market.tables);

    @Test
    void keepsThePixelsAndNothingElse() throws IOException {
        byte[] file = joined(file("png"), "<?php secret place 31.2N".getBytes(StandardCharsets.UTF_8));
        Pictures.Taken taken = pictures.take(market.clerk, file);
        Pictures.Picture kept = pictures.one(market.clerk, taken.id());
        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept.content()));
        assertThat(image.getRGB(30, 20)).isEqualTo(Color.RED.getRGB());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(40, 30);
    }

    @Test
    void takesJpegToo() {
        Pictures.Taken taken = pictures.take(market.clerk, file("jpeg"));
        assertThat(taken.type()).isEqualTo("image/jpeg");
        assertThat(taken.width()).isEqualTo(40);
    }

    @Test
    void turnsPhotographsUpright() throws IOException {
        byte[] plain = file("jpeg");
        byte[] exif = HexFormat.of()
                .parseHex("ffe100224578696600004d4d002a000000080001" + "01120003000000010006000000000000");
        byte[] held = joined(joined(Arrays.copyOf(plain, 2), exif), Arrays.copyOfRange(plain, 2, plain.length));
        Pictures.Taken taken = pictures.take(market.clerk, held);
        assertThat(List.of(taken.width(), taken.height())).containsExactly(30, 40);
        byte[] kept = pictures.one(market.clerk, taken.id()).content();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(new Color(image.getRGB(15, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(27, 2)).getBlue()).isGreaterThan(150);
    }

    @Test
    void keepsTheSamePictureOnceForAMerchant() {
        long first = pictures.take(market.clerk, file("png")).id();
        assertThat(pictures.take(market.clerk, file("png")).id()).isEqualTo(first);
        assertThat(pictures.take(market.rival, file("png")).id()).isNotEqualTo(first);
    }

    @Test
    void takesNothingElse() {
        for (String other : List.of("", "GIF89a....", "<svg onload=alert(1)>", "%PDF-1.7", "\u0089PNG")) {
            byte[] file = other.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(code(() -> pictures.take(market.clerk, file))).isEqualTo("picture_type_unknown");
        }
        assertThat(code(() -> pictures.take(market.clerk, new byte[Redrawn.MOST_BYTES + 1])))
                .isEqualTo("picture_too_large");
    }

    @Test
    void measuresBeforeItUnpacks() {
        byte[] bomb = file("png");
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
        assertThat(code(() -> pictures.take(market.clerk, bomb))).isEqualTo("picture_too_large");
    }

    @Test
    void refusesWhatIsBrokenAndNeverFails() {
        var random = new Random(20260301);
        for (String format : List.of("png", "jpeg")) {
            byte[] file = file(format);
            for (int i = 0; i < 300; i++) {
                byte[] broken = Arrays.copyOf(file, 12 + random.nextInt(file.length - 12));
                for (int j = 0; j < 4; j++) {
                    broken[9 + random.nextInt(broken.length - 9)] = (byte) random.nextInt(256);
                }
                assertThat(code(() -> pictures.take(market.clerk, broken)))
                        .isIn("picture_unreadable", "picture_too_large", "nothing thrown");
            }
        }
    }

    @Test
    void areSeenByOthersOnlyWhereTheyAreOffered() {
        long id = pictures.take(market.clerk, file("png")).id();
        for (Actor other : List.of(market.rival, market.member, new Actor.Guest())) {
            assertThat(code(() -> pictures.one(other, id))).isEqualTo("not_found");
        }
        assertThat(pictures.one(market.operator, id).id()).isEqualTo(id);
        var variants = List.of(Market.variant("A", 100, Map.of()));
        market.shelved(market.clerk, new Offer("x", "", null, null, null, List.of(id), variants));
        assertThat(pictures.one(new Actor.Guest(), id).id()).isEqualTo(id);
        assertThat(pictures.one(market.rival, id).id()).isEqualTo(id);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] file(String format) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 40, 30);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 8, 8);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException("memory must be writable", e);
        }
        return out.toByteArray();
    }
}
