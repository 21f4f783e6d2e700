package hongli.app.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookTest {
    @ParameterizedTest
    @EnumSource(Motif.class)
    void everyMotifIsAPictureOfTheSameSizeAndAlwaysTheSame(Motif motif) throws IOException {
        var look = new Look(motif, 0x7a5a34, 0x5f7d4f, 0xe9e4da);
        byte[] jpeg = look.jpeg();
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(800);
        assertThat(look.jpeg()).isEqualTo(jpeg);
        assertThat(jpeg.length).isBetween(10_000, 200_000);
        // The middle of the table lies under the thing or its shadow, so it is not the bare wall.
        assertThat(image.getRGB(400, 600)).isNotEqualTo(image.getRGB(20, 600));
    }
}
