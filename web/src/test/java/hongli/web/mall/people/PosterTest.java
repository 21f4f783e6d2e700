package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import hongli.mall.referral.Promises;
import hongli.web.problem.Language;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PosterTest {
    private static final String LINK = "https://mall.example:8443/join?code=B7KQ2MZX";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @ParameterizedTest
    @ValueSource(strings = {"x", LINK, "http://127.0.0.1:8080/join?code=23456789"})
    void isReadByACamera(String text) throws ChecksumException, FormatException {
        QrCode code = QrCode.of(text);
        var seen = new BitMatrix(code.side());
        RUN.matcher(code.path())
                .results()
                .forEach(run -> seen.setRegion(
                        Integer.parseInt(run.group(1)),
                        Integer.parseInt(run.group(2)),
                        Integer.parseInt(run.group(3)),
                        1));

        assertThat(new Decoder().decode(seen).getText()).isEqualTo(text);
        assertThat(code.svg()).contains(code.path());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void promisesNothing(Language language) {
        var poster = new Poster(language, "稳赚哥", "B7KQ2MZX", LINK);

        assertThat(poster.texts())
                .noneMatch(Promises::areIn)
                .doesNotContain("稳赚哥")
                .contains("B7KQ2MZX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"购物返本", "稳 赚", "稳·赚不赔", "只涨不跌！", "消费等于赚钱", "全返", "Risk free", "ＧＥＴ　ＲＩＣＨ"})
    void knowsWordsThatPromise(String text) {
        assertThat(Promises.areIn(text)).isTrue();
    }

    @Test
    void letsPlainWordsPass() {
        assertThat(Promises.areIn("稳稳当当，赚个好名声；本店保修，全部返修免费")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a&b\"'<",
                "]]>",
                "\uFFFE\uFFFF\u0001",
                "王\n小\t明",
                "很长很长很长很长很长很长很长的名字"
            })
    void isAPictureWhateverTheNameIs(String name) throws ParserConfigurationException, SAXException, IOException {
        String svg = new Poster(Language.ZH, name, "B7KQ2MZX", LINK).svg();
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("text").getLength()).isEqualTo(6);
    }
}
