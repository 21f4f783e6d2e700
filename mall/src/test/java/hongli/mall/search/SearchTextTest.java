package hongli.mall.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SearchTextTest {
    @Test
    void writesEveryChineseCharacterAsAWord() {
        assertThat(new SearchText().add("红酒 Merlot2020").toString()).isEqualTo(" HOKC JBFC merlot2020 ");
    }

    @Test
    void looksForWordsInTheirOrder() {
        assertThat(SearchText.patterns("红酒")).containsExactly("% HOKC JBFC %");
        assertThat(SearchText.patterns("红")).containsExactly("% HOKC %");
        assertThat(SearchText.patterns("红 ＭＥＲ")).containsExactly("% HOKC %", "%mer%");
    }

    @Test
    void findsNothingInSigns() {
        assertThat(SearchText.patterns(" %_'\"\\ <> ")).isEmpty();
    }
}
