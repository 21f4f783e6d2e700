package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The console as it is served, with the small pages that stand in for it in tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePageTest {
    private House house;
    private House locked;

    @BeforeAll
    void open() {
        house = new House().withWine();
        locked = new House("a secret token").withWine();
    }

    @AfterAll
    void close() {
        house.close();
        locked.close();
    }

    @Test
    void leadsToItsFolder() throws IOException, InterruptedException {
        var told = house.fetch("/console");

        assertThat(told.status()).isEqualTo(308);
        assertThat(told.header("Location")).isEqualTo("/console/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/orders/17", "/console/goods/proposals/3?tab=x"})
    void opensAtEveryPlaceInside(String path) throws IOException, InterruptedException {
        var told = house.fetch(path);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).contains("first page");
        assertThat(told.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(told.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void keepsFilesWithADigestInTheirNameForGood() throws IOException, InterruptedException {
        var told = house.fetch("/console/assets/main.js");

        assertThat(told.body()).contains("a script");
        assertThat(told.header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(told.header("Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/assets/other.js", "/assets/main.js", "/static/x.png", "/console/files.txt"})
    void knowsNoOtherFile(String path) throws IOException, InterruptedException {
        var told = house.fetch(path);

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.code()).isEqualTo("path_unknown");
    }

    @Test
    void takesNoChanges() throws IOException, InterruptedException {
        assertThat(house.post("/console/orders", "{}").status()).isEqualTo(405);
    }

    @Test
    void needsNoTokenButLeadsNowhereElseWithoutOne() throws IOException, InterruptedException {
        assertThat(locked.fetch("/console/orders").status()).isEqualTo(200);
        for (String path : new String[] {
            "/console/../metrics", "/console/%2e%2e/metrics", "/console/..;/metrics", "/console/;/../../metrics"
        }) {
            String answer = locked.raw("GET " + path + " HTTP/1.1\r\nHost: any.example\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotContain("hongli_queue");
        }
    }
}
