package hongli.web.api;

import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The bytes a caller sent, in a form, a size and a time that are allowed.
public final class Body {
    public static final String JSON = "application/json";
    public static final List<String> JSON_LINES = List.of("application/x-ndjson", "application/jsonl");

    private static final int USUAL = 8_192;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private Body() {}

    /// Reads the whole body.
    ///
    /// @param most how many bytes it may have
    /// @param types the media types that are understood
    public static byte[] read(HttpServletRequest request, int most, List<String> types) throws IOException {
        requireType(request, types);
        long length = request.getContentLengthLong();
        if (length > most) {
            throw tooLarge(most);
        }
        // What is announced gets room only as far as it is usual: the rest must arrive first.
        byte[] body = new byte[length < 0 ? USUAL : (int) Math.min(length, USUAL)];
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int size = 0;
        var in = request.getInputStream();
        while (size != length) {
            if (size == body.length) {
                body = Arrays.copyOf(body, 2 * size + 1);
            }
            int count = in.read(body, size, body.length - size);
            if (count < 0) {
                break;
            }
            size += count;
            if (size > most) {
                throw tooLarge(most);
            }
            if (System.nanoTime() > deadline) {
                throw Problem.of(Trouble.REQUEST_TOO_SLOW).rejection();
            }
        }
        return size == body.length ? body : Arrays.copyOf(body, size);
    }

    /// The parts between line feeds, in order; `most` of them, or a refusal.
    public static List<byte[]> lines(byte[] body, int most) {
        var lines = new ArrayList<byte[]>();
        int begin = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                lines.add(Arrays.copyOfRange(body, begin, i));
                begin = i + 1;
                if (lines.size() > most + 1) {
                    throw Problem.of(Trouble.TOO_MANY_LINES, Map.of("limit", most))
                            .rejection();
                }
            }
        }
        return lines;
    }

    public static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static void requireType(HttpServletRequest request, List<String> types) {
        String given = String.valueOf(request.getContentType());
        String encoding = request.getHeader("Content-Encoding");
        if (!isOf(given, types)
                || encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            throw Problem.of(
                            Trouble.MEDIA_TYPE_UNSUPPORTED,
                            Map.of(
                                    "accepted",
                                    String.join(", ", types),
                                    "mediaType",
                                    request.getContentType() == null ? "" : given))
                    .rejection();
        }
    }

    private static boolean isOf(String given, List<String> types) {
        if (types.contains(given)) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(given);
            return types.contains(type.getType() + "/" + type.getSubtype())
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static RuntimeException tooLarge(int most) {
        return Problem.of(Trouble.BODY_TOO_LARGE, Map.of("limitBytes", most)).rejection();
    }
}
