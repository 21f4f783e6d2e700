package hongli.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void isInTheHomeOrBesideWhereThatCannotBeWritten(@TempDir Path home) {
        assertThat(DataFolder.usual(Map.of("HOME", home.toString()))).isEqualTo(home.resolve(".hongli"));
        Path here = Path.of("data").toAbsolutePath();
        assertThat(DataFolder.usual(Map.of("HOME", home.resolve("absent").toString())))
                .isEqualTo(here);
        assertThat(DataFolder.usual(Map.of("HOME", ""))).isEqualTo(here);
        assertThat(DataFolder.usual(Map.of("HOME", "?"))).isEqualTo(here);
    }
}
