package hongli.web.api;

import hongli.ledger.wire.Json;
import hongli.ledger.wire.JsonBytes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers as JSON bytes.
public final class Reply {
    private Reply() {}

    public static ResponseEntity<byte[]> ok(Map<String, ?> fields) {
        return json(200, fields);
    }

    public static ResponseEntity<byte[]> json(int status, Map<String, ?> fields) {
        return bytes(status, Json.text(fields).getBytes(StandardCharsets.UTF_8), Body.JSON);
    }

    /// Answers that it is done, where there is nothing to tell.
    public static ResponseEntity<byte[]> done() {
        return ResponseEntity.noContent().header("Cache-Control", "no-store").build();
    }

    /// Answers with what was written, past all that only other answers need.
    public static void send(HttpServletResponse response, JsonBytes body, String mediaType) throws IOException {
        response.setStatus(200);
        response.setContentType(mediaType);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }

    public static ResponseEntity<byte[]> bytes(int status, byte[] body, String mediaType) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(mediaType))
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
