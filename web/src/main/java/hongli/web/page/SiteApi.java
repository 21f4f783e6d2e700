package hongli.web.page;

import hongli.web.api.PageApi;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Serves the console at `/console/` and the shop at `/`, each with its deep links.
@RestController
public final class SiteApi {
    private static final String CONSOLE = "/console";

    /// Plain words only, none beginning with a dot: what looks like another address once it is decoded is none of
    /// these.
    private static final Pattern PLAIN =
            Pattern.compile("/join|/(console|assets|static|pages)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");

    private final Site console = Site.in("/static/console");
    private final Site shop = Site.in("/static/shop");
    private final PageApi pages;

    public SiteApi(PageApi pages) {
        this.pages = pages;
    }

    /// Whether this address, as it was sent, is one of the built pages, which hold nothing of anybody.
    public static boolean isPage(String path) {
        return PLAIN.matcher(path).matches();
    }

    /// The shop, also where an invitation leads; where none was built, the page of the API.
    @GetMapping({"/", "/join"})
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        return shop.isBuilt() ? found(shop, "/", request) : pages.reference(request);
    }

    @GetMapping({"/assets/{*path}", "/static/{*path}", "/pages/{*path}"})
    ResponseEntity<byte[]> shop(HttpServletRequest request) {
        return found(shop, request.getRequestURI(), request);
    }

    @GetMapping("/console/{*path}")
    ResponseEntity<byte[]> console(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals(CONSOLE)) {
            return ResponseEntity.status(308)
                    .location(URI.create(CONSOLE + "/"))
                    .build();
        }
        return found(console, path.substring(CONSOLE.length()), request);
    }

    private static ResponseEntity<byte[]> found(Site site, String path, HttpServletRequest request) {
        return site.at(path)
                .orElseThrow(() -> Problem.of(Trouble.PATH_UNKNOWN).rejection())
                .answer(said(request.getHeader("Accept-Encoding")), said(request.getHeader("If-None-Match")));
    }

    private static String said(@Nullable String header) {
        return header == null ? "" : header;
    }
}
