package io.fueloptimine.models.mine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardPatternTest {

    @ParameterizedTest
    @CsvSource({
        "T-01, T-01, true",
        "T-01, T-011, false",
        "T-*, T-01, true",
        "*, '', true",
        "'', '', true",
        "?, '', false",
        "T-?1, T-01, true",
        "*-01, T-01, true",
        "*1*, T-01-x, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-b-b, false",
        "'t[1]*.csv', 't[1]x.csv', true"
    })
    void matchesTheWholeName(String pattern, String name, boolean matches) {
        assertThat(new WildcardPattern(pattern).matches(name)).isEqualTo(matches);
    }

    /** The glob of the JDK would take longer than the universe is old. */
    @Test
    void doesNotBacktrackWithoutEnd() {
        WildcardPattern pattern = new WildcardPattern("*a".repeat(100) + "b");

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(pattern.matches("a".repeat(250))).isFalse());
    }
}
