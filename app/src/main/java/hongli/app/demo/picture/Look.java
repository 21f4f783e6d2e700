package hongli.app.demo.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// How something looks: what it is, in which colours, before what.
///
/// @param main the colour of the thing
/// @param accent the colour of what belongs to it: a label, a leaf, a lid
/// @param backdrop the colour of the wall behind
public record Look(Motif motif, int main, int accent, int backdrop) {
    private static final float QUALITY = 0.92f;

    /// The picture as a JPEG of 800 by 800; the same look is the same picture.
    public byte[] jpeg() {
        var image = new BufferedImage(Pen.SIDE, Pen.SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = new Pen(image);
        wall(pen);
        motif.draw(pen, this);
        pen.put();
        return written(image);
    }

    /// A wall and a table, with a disc of light behind the thing.
    private void wall(Pen pen) {
        pen.down(Pen.box(0, 0, 800, 800), Pen.lighter(backdrop, 0.28), backdrop);
        pen.fill(Pen.oval(400, 380, 292, 292), Pen.color(0xffffff, 84));
        pen.down(Pen.box(0, 640, 800, 160), Pen.darker(backdrop, 0.05), Pen.darker(backdrop, 0.11));
    }

    private static byte[] written(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), wish);
        } catch (IOException e) {
            throw new UncheckedIOException("memory must take the picture", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
