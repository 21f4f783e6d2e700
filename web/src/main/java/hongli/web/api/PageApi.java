package hongli.web.api;

import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The files of the pages: a fixed list, read once, so no address can lead to another file.
@RestController
public final class PageApi {
    private static final List<String> NAMES =
            List.of("api.html", "hongli.css", "hongli.svg", "api-page.js", "parts.js", "server.js", "words.js");

    private final Map<String, Asset> assets =
            NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Asset::load));

    private static final class Asset {
        private final byte[] content;
        private final MediaType type;
        private final String tag;

        Asset(byte[] content, MediaType type) {
            this.content = content;
            this.type = type;
            this.tag = "\"" + Integer.toHexString(Arrays.hashCode(content)) + "\"";
        }

        static Asset load(String name) {
            try (var in = PageApi.class.getResourceAsStream("/static/" + name)) {
                Objects.requireNonNull(in, () -> "file must be there: name=" + name);
                return new Asset(in.readAllBytes(), type(name));
            } catch (IOException e) {
                throw new UncheckedIOException("file must be readable: name=" + name, e);
            }
        }

        private static MediaType type(String name) {
            return MediaType.parseMediaType(
                    switch (name.substring(name.lastIndexOf('.'))) {
                        case ".html" -> "text/html;charset=utf-8";
                        case ".css" -> "text/css;charset=utf-8";
                        case ".js" -> "text/javascript;charset=utf-8";
                        case ".svg" -> "image/svg+xml";
                        default -> "application/json";
                    });
        }
    }

    /// Whether this address, as it was sent, is one of a page's files, which hold nothing of anybody.
    public static boolean isPage(String path) {
        return path.equals("/")
                || path.equals("/api/")
                || path.equals("/api")
                || path.startsWith("/page/")
                        && NAMES.contains(path.substring("/page/".length()))
                        && !path.endsWith(".json");
    }

    /// The API, as a page.
    @GetMapping({"/api/", "/api"})
    public ResponseEntity<byte[]> reference(HttpServletRequest request) {
        return file("api.html", request);
    }

    @GetMapping("/page/{name}")
    ResponseEntity<byte[]> file(@PathVariable("name") String name, HttpServletRequest request) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw Problem.of(Trouble.PATH_UNKNOWN).rejection();
        }
        var answer = asset.tag.equals(request.getHeader("If-None-Match"))
                ? ResponseEntity.status(304)
                : ResponseEntity.ok().contentType(asset.type);
        byte[] body = asset.tag.equals(request.getHeader("If-None-Match")) ? new byte[0] : asset.content;
        return answer.header("Cache-Control", "no-cache").eTag(asset.tag).body(body);
    }
}
