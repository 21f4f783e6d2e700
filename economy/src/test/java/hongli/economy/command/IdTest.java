package hongli.economy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "会员 7", "a b", "\"\\/", "\uFFEE", "\uD83D\uDE00", "é"})
    void takesAnyLetters(String text) {
        assertThat(new MemberId(text)).hasToString(text);
        assertThat(new OrderId(text)).hasToString(text);
        assertThat(new HoldId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a\n",
                "a\u0000b",
                "\t",
                "\u007F",
                "a\u0085b",
                "\u3000a",
                "a\u2003",
                "\uD83D",
                "a\uDE00",
                "\uDE00\uD83D",
                "\uD83Da"
            })
    void refusesControlCharactersOuterBlanksAndHalvesOfCharacters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId(text));
    }

    @Test
    void measuresItsLengthInBytes() {
        assertThat(new MemberId("a".repeat(128)).text()).hasSize(128);
        assertThat(new MemberId("é".repeat(64)).text()).hasSize(64);
        assertThat(new MemberId("会".repeat(42)).text()).hasSize(42);
        assertThat(new MemberId("\uD83D\uDE00".repeat(32)).text()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId("a".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId("é".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId("会".repeat(43)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId("\uD83D\uDE00".repeat(33)));
    }
}
