package io.fueloptimine.models.mine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTextTest {

    @ParameterizedTest
    @MethodSource("unprintable")
    void escapesWhatATerminalWouldObeyOrHide(String text, String shown) {
        assertThat(PrintableText.of(text)).isEqualTo(shown);
    }

    static Stream<Arguments> unprintable() {
        return Stream.of(
                arguments("a\033[2J", "a\\u001B[2J"),
                arguments("T\u202E1", "T\\u202E1"),
                arguments("x\u2067y\u2069", "x\\u2067y\\u2069"),
                arguments("a\u009Bb", "a\\u009Bb"),
                arguments("soft\u00ADhyphen", "soft\\u00ADhyphen"),
                arguments("tag\uDB40\uDC41", "tag\\uDB40\\uDC41"),
                arguments("half\uD83D", "half\\uD83D"),
                arguments("one\nline", "one\\u000Aline"),
                arguments("bell\007", "bell\\u0007"));
    }

    @Test
    void keepsTheLinesOfATextOfSeveralLines() {
        assertThat(PrintableText.ofLines("a\n\tb\r\u001b[1m")).isEqualTo("a\n\tb\\u000D\\u001B[1m");
    }

    @Test
    void keepsLettersOfEveryScriptAndEmoji() {
        String text = "Cami\u00F3n \u05D0\u05D1 \uD83D\uDC77\uD83C\uDFFD\u200D\u2642\uFE0F \\u0041";

        assertThat(PrintableText.of(text)).isSameAs(text);
        assertThat(PrintableText.of(null)).isEqualTo("null");
    }
}
