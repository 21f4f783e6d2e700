package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.House.Told;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the journal fails, callers are told so and promised nothing.
class FailureTest {
    private static final String JOIN = "{\"type\":\"member.joined\",\"member\":\"B\"}";

    private final FailingJournal journal = new FailingJournal();
    private House house;

    @BeforeEach
    void open() {
        house = new House(null, journal).withWine();
        journal.fail();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void saysThatTheJournalIsUnavailable() throws IOException, InterruptedException {
        Told told = house.command(JOIN, "k");

        assertThat(told.status()).as(told.body()).isEqualTo(503);
        assertThat(told.code()).isEqualTo("journal_unavailable");
        assertThat(told.header("Retry-After")).isEqualTo("1");
        assertThat(told.body()).doesNotContain("Exception", "told to fail");
    }

    @Test
    void opensNoProgramme() throws IOException, InterruptedException {
        Told told = house.post("/api/v1/programmes", "{\"id\":\"tea\",\"name\":\"茶\",\"terms\":" + House.TERMS + "}");

        assertThat(told.status()).isEqualTo(503);
        assertThat(told.code()).isEqualTo("journal_unavailable");
    }

    @Test
    void saysSoOnEveryLineOfABatch() throws IOException, InterruptedException {
        Told told = house.batch("{\"key\":\"k\"," + JOIN.substring(1));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).contains("\"status\":503", "\"code\":\"journal_unavailable\"");
    }
}
