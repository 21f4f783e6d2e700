package hongli.mall.picture;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, as a JPEG says it in its Exif part: the one thing of that part which must not be lost, or
/// pictures of telephones would lie on their side once the rest is gone.
///
/// The values 1 to 8 are those of the tag 0x0112 (Exif 2.32, section 4.6.4); from 5 on width and height change places.
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APP1 = 0xffe1;
    private static final int BEGIN_OF_SCAN = 0xffda;
    private static final int TAG = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int MOST_TAGS = 200;

    /// What the file says; upright where it says nothing, or nothing that can be understood.
    static Orientation of(byte[] jpeg) {
        try {
            var file = ByteBuffer.wrap(jpeg).position(2);
            while (file.remaining() > 4) {
                int mark = file.getShort() & 0xffff;
                int length = (file.getShort() & 0xffff) - 2;
                if (mark == BEGIN_OF_SCAN || length < 0) {
                    return UPRIGHT;
                }
                if (mark == APP1 && length > 14 && file.getInt(file.position()) == EXIF) {
                    return ofTags(file.slice(file.position() + 6, length - 6));
                }
                file.position(file.position() + length);
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    private static Orientation ofTags(ByteBuffer tags) {
        tags.order(tags.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int begin = tags.getInt(4);
        int count = Math.min(tags.getShort(begin) & 0xffff, MOST_TAGS);
        for (int i = 0; i < count; i++) {
            int place = begin + 2 + 12 * i;
            if ((tags.getShort(place) & 0xffff) == TAG) {
                int value = tags.getShort(place + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// Whether an upright picture is as wide as this one is high.
    boolean isSideways() {
        return value >= 5;
    }

    /// Where the points of a picture of this size belong.
    AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
