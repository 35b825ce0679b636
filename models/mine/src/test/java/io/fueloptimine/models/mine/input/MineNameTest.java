package io.fueloptimine.models.mine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MineNameTest {

    private static final String TRACTOR = "\uD83D\uDE9C";
    private static final String WORKER = "\uD83D\uDC77\uD83C\uDFFD\u200D\u2642\uFE0F";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1",
                "Cami\u00F3n 7",
                "Pala N\u00BA 3 (norte)",
                "\u0421\u0430\u043C\u043E\u0441\u0432\u0430\u043B-12",
                "\u77FF\u8F66 5",
                TRACTOR + " 12",
                WORKER,
                "T$1",
                "...",
                ".T1",
                "-T1",
                "T%2F1",
                "a;b 'c' \"d\" \\e",
            })
    void acceptsWhateverATopicLevelCanCarry(String name) {
        assertThat(MineName.violation(name)).isEmpty();
        assertThat(MineName.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void namesThePartOfTheRuleThatANameBreaks(String name, String expected) {
        assertThat(MineName.violation(name))
                .hasValueSatisfying(e -> assertThat(e).contains(expected));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("Truck #12", "a name without / + #"),
                arguments("785/12", "a name without / + #"),
                arguments("T+1", "a name without / + #"),
                arguments("+", "a name without / + #"),
                arguments("$SYS", "a name that does not begin with $"),
                arguments(".", "a name other than . and .."),
                arguments("..", "a name other than . and .."),
                arguments("", "a name that is not blank"),
                arguments("   ", "a name that is not blank"),
                arguments("\u00A0\u3000", "a name that is not blank"),
                arguments("T1 ", "a name without blanks at its beginning and end"),
                arguments("\u00A0T1", "a name without blanks at its beginning and end"),
                arguments("T\0001", "a name without \\u0000 (NULL)"),
                arguments("T\0331", "a name without \\u001B (ESCAPE)"),
                arguments("T\u202E1", "a name without \\u202E (RIGHT-TO-LEFT OVERRIDE)"),
                arguments("T\u2066", "a name without \\u2066 (LEFT-TO-RIGHT ISOLATE)"),
                arguments("T\u200B1", "a name without \\u200B (ZERO WIDTH SPACE)"),
                arguments("T\u200D1", "a name without \\u200D (ZERO WIDTH JOINER)"),
                arguments("T\u20281", "a name without \\u2028 (LINE SEPARATOR)"),
                arguments("T\u0085a", "a name without \\u0085 (NEXT LINE (NEL))"),
                arguments("Cami\uFFFDn", "a name without \\uFFFD (REPLACEMENT CHARACTER)"),
                arguments("T\uFFFF", "a name without \\uFFFF"),
                arguments("T\uD83D", "a name without \\uD83D"));
    }

    @Test
    void limitsTheLengthAsSqlCountsIt() {
        assertThat(MineName.violation("x".repeat(64))).isEmpty();
        assertThat(MineName.violation("x".repeat(65))).hasValue("a name of at most 64 characters");
        assertThat(MineName.violation(TRACTOR.repeat(32))).isEmpty();
        assertThat(MineName.violation(TRACTOR.repeat(33))).isPresent();
        assertThat(MineName.violation(null)).isPresent();
    }

    @Test
    void aLabelMayContainWhatTopicsReserve() {
        assertThat(MineName.labelViolation("Fase #3/norte + 2")).isEmpty();
        assertThat(MineName.labelViolation("")).isEmpty();
        assertThat(MineName.labelViolation("x".repeat(101))).hasValue("at most 100 characters");
        assertThat(MineName.labelViolation("a\u001b[2Jb"))
                .hasValue("a text without \\u001B (ESCAPE)");
    }
}
