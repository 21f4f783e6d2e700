package hongli.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @TempDir
    private Path temporary;

    @Test
    void areNamedAfterTheVersionOnTheClassPath() {
        assertThat(String.valueOf(Binaries.class.getResource(Binaries.resource())))
                .contains("-" + Binaries.VERSION + ".jar!");
    }

    @Test
    void areUnpackedWholeByTwoAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Binaries> unpack = () -> Binaries.under(List.of(temporary));
            for (var unpacked : threads.invokeAll(List.of(unpack, unpack))) {
                var version = Tool.run(List.of(unpacked.get().program("postgres"), "--version"));
                assertThat(version.output()).isEqualTo("postgres (PostgreSQL) 18.6");
            }
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void goToTheNextPlaceWhereTheFirstIsClosed() throws IOException {
        var closed = Files.createFile(temporary.resolve("file")).resolve("cache");
        var open = temporary.resolve("open");
        assertThat(Binaries.under(List.of(closed, open)).program("initdb")).startsWith(open.toString());
    }
}
