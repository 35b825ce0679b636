package io.fueloptimine.models.quality.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSizeTest {

    private static final String[] PARTS = {
        "a",
        "b",
        "ab",
        "K",
        "(",
        "(",
        "(?:",
        "(?i)",
        "(?-i)",
        "(?i:",
        "(?s-i:",
        "(?P<n>",
        "(?<m>",
        ")",
        ")",
        ")",
        "|",
        "|",
        "*",
        "+",
        "?",
        "??",
        "*?",
        "{2}",
        "{3}",
        "{0}",
        "{1}",
        "{2,}",
        "{0,}",
        "{1,}",
        "{,2}",
        "{2,5}",
        "{0,7}",
        "{1,1}",
        "{0,1}",
        "{02}",
        "{2",
        "}",
        "{",
        "{12}",
        "{40}",
        "{3}?",
        "[",
        "[^",
        "]",
        "[]a]",
        "[^]a]",
        "[a-f]",
        "[[:alpha:]]",
        "[[:^digit:]x]",
        "[:",
        ":]",
        "[^a]",
        "-",
        "^",
        "$",
        ".",
        "\\",
        "\\d",
        "\\W",
        "\\b",
        "\\A",
        "\\z",
        "\\Q",
        "\\E",
        "\\Qx{2}\\E",
        "\\pL",
        "\\p{Greek}",
        "\\P{L}",
        "\\p{^L}",
        "\\x41",
        "\\x{41}",
        "\\x{1F600}",
        "\\101",
        "\\n",
        "\\{",
        "\\]",
        "\\(",
        "\\[",
        "\ud83d\ude00",
        "\u00e9",
        ",",
        "2",
        "0",
        " "
    };

    private static final int LARGEST_TO_COMPILE = 20_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a 3",
                "abc 5",
                "a{100} 102",
                "(a{100}){100} 10202",
                "(?:a{100}){100} 10002",
                "((((a{100}){100}){100}){100}) 102020204",
                "a{0,1000} 2002",
                "\\x{1000} 3",
                "\\Qa{9}\\E 6",
                "[a{9}]{2} 8"
            })
    void countsRepeatsAsCopies(String regex, long instructions) {
        assertThat(RegexSize.of(regex).instructions()).isEqualTo(instructions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:a{999999999}){999999999}",
                "(?:(?:a{999999999}){999999999}){999999999}",
                "a{99999999999999999999}"
            })
    void doesNotOverflow(String regex) {
        assertThat(RegexSize.of(regex).instructions()).isEqualTo(1_000_000_000);
    }

    @Test
    void knowsWhatIgnoresCase() {
        assertThat(RegexSize.of("(?i)a").ignoresCase()).isTrue();
        assertThat(RegexSize.of("x(?sim:a)").ignoresCase()).isTrue();
        assertThat(RegexSize.of("(?s-i:a)\\(?i").ignoresCase()).isFalse();
        assertThat(RegexSize.of("\\x{1C80}").highestCharacter()).isEqualTo(0x1C80);
        assertThat(RegexSize.of("[a-\\x{1C80}b]").highestCharacter()).isEqualTo(0x1C80);
    }

    /** Compares it with RE2/J's own count, for random patterns. */
    @Test
    void isNeverLessThanTheCompiledProgram() {
        Random random = new Random(7);
        int compiled = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder pattern = new StringBuilder();
            for (int parts = 1 + random.nextInt(14); parts > 0; parts--) {
                pattern.append(PARTS[random.nextInt(PARTS.length)]);
            }
            String regex = pattern.toString();
            RegexSize size = RegexSize.of(regex);
            boolean isFolded = size.ignoresCase() && size.highestCharacter() > 0x24F;
            if (size.instructions() > LARGEST_TO_COMPILE || isFolded) {
                continue;
            }
            try {
                int actual = Pattern.compile(regex).programSize();
                assertThat(size.instructions()).as(regex).isGreaterThanOrEqualTo(actual);
                compiled++;
            } catch (PatternSyntaxException e) {
                // Not a pattern; a suite with it is refused.
            }
        }
        assertThat(compiled).isGreaterThan(20_000);
    }
}
