package hongli.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The API's document, put together when it is first asked for.
@RestController
public final class DocumentApi {
    private final boolean withMall;
    private byte[] content = {};

    /// @param withMall whether the mall's endpoints are there
    public DocumentApi(boolean withMall) {
        this.withMall = withMall;
    }

    private synchronized byte[] content() {
        if (content.length == 0) {
            content = Document.bytes(withMall);
        }
        return content;
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document(HttpServletRequest request) {
        byte[] found = content();
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(found)) + "\"";
        boolean known = tag.equals(request.getHeader("If-None-Match"));
        return (known ? ResponseEntity.status(304) : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON))
                .header("Cache-Control", "no-cache")
                .eTag(tag)
                .body(known ? new byte[0] : found);
    }
}
