package hongli.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What only root can try: to be somebody else.
@Execution(ExecutionMode.CONCURRENT)
class GuiseTest {
    @TempDir
    private Path temporary;

    @BeforeEach
    void beRoot() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can run as another user");
        assumeTrue(Tool.exists("setpriv"), "setpriv is not installed");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void anOrdinaryUserStartsInAFolderOfItsOwn() throws Exception {
        var folder = Files.createDirectory(temporary.resolve("own"));
        new Guise.Other(Guise.NOBODY).adopt(folder);
        try (var keeper = Keeper.asNobody(folder, temporary.resolve("copy"))) {
            assertThat(keeper.says()).matches("[0-9]+");
            assertThat(Files.getAttribute(folder.resolve("postgresql"), Guise.OWNER))
                    .isEqualTo(Guise.NOBODY);
        }
    }

    @Test
    void anOrdinaryUserIsToldThatAFolderIsClosedToIt() throws Exception {
        var folder = Files.createDirectory(temporary.resolve("roots"));
        try (var keeper = Keeper.asNobody(folder, temporary.resolve("copy"))) {
            assertThat(keeper.says()).startsWith("the data folder must be writable: folder=" + folder);
        }
    }

    @Test
    void rootRunsAsNobodyWhereItMayNotHaveANamespace() throws Exception {
        var folder = temporary.resolve("data");
        try (var home = DataFolder.open(folder)) {
            Cluster.in(home, new Guise.Other(Guise.NOBODY));
        }
        assertThat(Guise.of(folder.resolve("postgresql"))).isEqualTo(new Guise.Other(Guise.NOBODY));
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(EmbeddedPostgresTest.ask(postgres, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(Path.of("/proc", String.valueOf(postgres.pid())), Guise.OWNER))
                    .isEqualTo(Guise.NOBODY);
        }
    }

    @Test
    void rootIsToldThatNobodyCannotEnterItsFolder() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        try (var home = DataFolder.open(temporary.resolve("data"))) {
            assertThatThrownBy(() -> Cluster.in(home, new Guise.Other(Guise.NOBODY)))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("a folder on the way is closed to the user the database runs as");
        }
    }

    @Test
    void rootsFilesStayRootsInANamespace() throws Exception {
        assumeTrue(Tool.run(List.of("unshare", "-U", "true")).succeeded(), "user namespaces are forbidden");
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("data"))) {
            assertThat(Files.getAttribute(postgres.folder().resolve("postgresql/PG_VERSION"), Guise.OWNER))
                    .isEqualTo(Guise.ROOT);
        }
    }
}
