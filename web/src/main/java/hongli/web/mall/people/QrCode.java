package hongli.web.mall.people;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A text as a QR code, which cameras read also where a seventh part of it is covered.
///
/// @param side how many modules it has in a row
/// @param path the dark modules as an SVG path, a module one unit wide
record QrCode(int side, String path) {
    /// How many light modules must stand around it.
    static final int QUIET = 4;

    /// @throws IllegalArgumentException where the text is too long for a code
    static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("text must fit into a code: length=" + text.length(), e);
        }
    }

    private static String path(ByteMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int begin = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > begin) {
                    path.append('M')
                            .append(begin)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - begin);
                    path.append("v1h-").append(x - begin).append('z');
                }
                x++;
            }
        }
        return path.toString();
    }

    /// A picture of its own: dark on light, with the margin that cameras need.
    String svg() {
        int all = side + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + -QUIET + " " + -QUIET + " " + all + " " + all
                + "\" width=\"" + 8 * all + "\" height=\"" + 8 * all + "\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M-" + QUIET + " -" + QUIET + "h" + all + "v" + all + "h-" + all + "z\"/>"
                + "<path d=\"" + path + "\"/></svg>";
    }
}
