package hongli.mall.picture;

import hongli.mall.refusal.Refusal;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A picture drawn anew: of what was sent only the pixels are kept, so that places, names, scripts and
/// whatever else was hidden in the file do not survive.
///
/// @param type the media type
/// @param content the new file
@SuppressWarnings("ArrayRecordComponent") // kept as it is; nobody compares it
record Redrawn(String type, int width, int height, byte[] content) {
    static final int MOST_BYTES = 5 << 20;
    static final int LONGEST_SIDE = 8_000;
    static final long MOST_PIXELS = 16_000_000;

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final float QUALITY = 0.9f;

    // A picture of the largest size takes some hundred megabytes while it is drawn.
    private static final Semaphore DRAWING = new Semaphore(2);

    /// @throws hongli.mall.refusal.Refusal where it is no JPEG or PNG, too large, or broken
    static Redrawn of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw tooLarge(file.length + " bytes");
        }
        String format = format(file);
        DRAWING.acquireUninterruptibly();
        try {
            var orientation = format.equals("jpeg") ? Orientation.of(file) : Orientation.UPRIGHT;
            BufferedImage plain = plain(read(file, format), orientation);
            String type = format.equals("png") ? "image/png" : "image/jpeg";
            return new Redrawn(type, plain.getWidth(), plain.getHeight(), written(plain, format));
        } catch (IOException e) {
            throw PictureGround.PICTURE_UNREADABLE.with();
        } finally {
            DRAWING.release();
        }
    }

    private static String format(byte[] file) {
        if (beginsWith(file, JPEG)) {
            return "jpeg";
        }
        if (beginsWith(file, PNG)) {
            return "png";
        }
        throw PictureGround.PICTURE_TYPE_UNKNOWN.with();
    }

    private static boolean beginsWith(byte[] file, byte[] mark) {
        return file.length > mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static BufferedImage read(byte[] file, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            requireSize(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            // Readers meet broken files with whatever exception is near.
            throw new IOException("picture must be readable: found=" + e, e);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSize(int width, int height) {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw tooLarge(width + " x " + height);
        }
    }

    private static RuntimeException tooLarge(String found) {
        return PictureGround.PICTURE_TOO_LARGE.with(
                "found", found, "bytes", MOST_BYTES, "side", LONGEST_SIDE, "pixels", MOST_PIXELS);
    }

    private static BufferedImage plain(BufferedImage image, Orientation orientation) {
        boolean clear = image.getColorModel().hasAlpha();
        int width = orientation.isSideways() ? image.getHeight() : image.getWidth();
        int height = orientation.isSideways() ? image.getWidth() : image.getHeight();
        var plain = new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        try {
            pen.drawImage(image, orientation.turn(image.getWidth(), image.getHeight()), null);
        } finally {
            pen.dispose();
        }
        return plain;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam wish = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wish.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
