package hongli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private final Site site = Site.in("/static/console");

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private String shown(String path) {
        return text(Objects.requireNonNull(
                site.at(path).orElseThrow().answer("", "").getBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/orders", "/orders/17", "/pages/goods/goods"})
    void givesEveryPlaceTheFirstPage(String path) {
        assertThat(shown(path)).contains("first page");
    }

    @Test
    void givesFilesThemselves() {
        assertThat(shown("/assets/main.js")).contains("a script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/other.js", "/../console/index.html", "/files.txt", "/a.b/../c.d", "/.env"})
    void knowsNoOtherFile(String path) {
        assertThat(site.at(path)).isEmpty();
    }

    @Test
    void hasNothingWhereNothingWasBuilt() {
        assertThat(Site.in("/nowhere").isBuilt()).isFalse();
        assertThat(Site.in("/nowhere").at("/")).isEmpty();
        assertThat(site.isBuilt()).isTrue();
    }

    @Test
    void compressesForWhoeverCanReadIt() {
        var file = new SiteFile("assets/main.js", "const a = 1;\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        var compressed = file.answer("gzip, deflate", "");

        assertThat(compressed.getHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.getBody()).hasSizeLessThan(1_000);
        assertThat(file.answer("", "").getHeaders().getFirst("Content-Encoding"))
                .isNull();
        assertThat(file.answer("", "").getBody()).hasSize(13_000);
    }

    @Test
    void sendsNothingTwice() {
        var file = new SiteFile("index.html", "<p>page</p>".getBytes(StandardCharsets.UTF_8));
        String tag = file.answer("", "").getHeaders().getETag();

        assertThat(file.answer("", String.valueOf(tag)).getStatusCode().value()).isEqualTo(304);
        assertThat(file.answer("", "\"other\"").getStatusCode().value()).isEqualTo(200);
        assertThat(file.answer("", "").getHeaders().getCacheControl()).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/join", "/console", "/console/", "/console/orders/17", "/assets/a-1.js", "/pages/index/index"})
    void opensItsOwnAddresses(String path) {
        assertThat(SiteApi.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../metrics",
                "/console/%2e%2e/metrics",
                "/console/;/metrics",
                "/consoles",
                "/console//x",
                "/api/v1/programmes",
                "/metrics"
            })
    void opensNoOther(String path) {
        assertThat(SiteApi.isPage(path)).isFalse();
    }
}
