package hongli.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// One built file, as it is and compressed.
final class SiteFile {
    private static final Set<String> TEXTS = Set.of("html", "css", "js", "json", "svg", "txt", "map");
    private static final int WORTH_COMPRESSING = 1_024;

    /// Names of these files carry a digest of what is in them, so whoever has one has it for good.
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final byte[] plain;
    private final boolean isWorthCompressing;
    private byte @Nullable [] compressed;
    private final MediaType type;
    private final String tag;
    private final String keeping;

    SiteFile(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        plain = content;
        isWorthCompressing = TEXTS.contains(ending) && content.length >= WORTH_COMPRESSING;
        type = type(ending);
        tag = "\"" + Integer.toHexString(Arrays.hashCode(content)) + "-" + Integer.toHexString(content.length) + "\"";
        keeping = name.startsWith("assets/") ? FOR_GOOD : "no-cache";
    }

    /// @param encodings what the caller can read, as `Accept-Encoding` says it
    /// @param known the tag of what the caller has, as `If-None-Match` says it
    ResponseEntity<byte[]> answer(String encodings, String known) {
        var answer = ResponseEntity.status(tag.equals(known) ? 304 : 200)
                .header("Cache-Control", keeping)
                .header("Vary", "Accept-Encoding")
                .eTag(tag);
        if (tag.equals(known)) {
            return answer.body(new byte[0]);
        }
        byte[] body = encodings.contains("gzip") && isWorthCompressing ? compressed() : plain;
        if (body.length < plain.length) {
            answer.header("Content-Encoding", "gzip");
            return answer.contentType(type).body(body);
        }
        return answer.contentType(type).body(plain);
    }

    /// Compressed when it is first asked for, so that a start need not wait for files that nobody looks at.
    private synchronized byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = compressed(plain);
            compressed = known;
        }
        return known;
    }

    private static byte[] compressed(byte[] content) {
        var out = new ByteArrayOutputStream(content.length / 2);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory must be writable", e);
        }
        return out.toByteArray();
    }

    private static MediaType type(String ending) {
        return MediaType.parseMediaType(
                switch (ending) {
                    case "html" -> "text/html;charset=utf-8";
                    case "css" -> "text/css;charset=utf-8";
                    case "js" -> "text/javascript;charset=utf-8";
                    case "txt" -> "text/plain;charset=utf-8";
                    case "svg" -> "image/svg+xml";
                    case "png" -> "image/png";
                    case "jpg", "jpeg" -> "image/jpeg";
                    case "webp" -> "image/webp";
                    case "ico" -> "image/x-icon";
                    case "woff2" -> "font/woff2";
                    case "ttf" -> "font/ttf";
                    case "json", "map" -> "application/json";
                    default -> "application/octet-stream";
                });
    }
}
