package io.fueloptimine.jobs.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records of an earlier release may hold any text; none of it reaches a terminal unescaped. */
class DeadLetterTricksTest {

    private static final String TRICK = "a\u001b[2J\u202Eb";
    private static final String SHOWN = "a\\u001B[2J\\u202Eb";

    @Test
    void escapesRulesAndFieldsInEveryForm() {
        DeadLetter letter =
                new DeadLetter(
                        TRICK,
                        TRICK,
                        TRICK,
                        TRICK,
                        TRICK,
                        TRICK,
                        TRICK,
                        TRICK,
                        TRICK,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        false,
                        new byte[0],
                        null,
                        0);

        for (String text :
                List.of(
                        DeadLetterText.table(List.of(letter)),
                        DeadLetterText.totals(Map.of(TRICK, 1L)),
                        DeadLetterText.details(letter))) {
            assertThat(text).contains(SHOWN).doesNotContain("\u001b", "\u202E");
        }
    }
}
