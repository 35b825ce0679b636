package io.fueloptimine.jobs.deadletters;

import static io.fueloptimine.jobs.deadletters.DeadLetterTable.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final DeadLetterFilter ALL =
            new DeadLetterFilter(null, null, null, null, null, null, null, false);

    private DeadLetterTable box;
    private DeadLetters letters;

    @BeforeEach
    void fill() throws SQLException {
        box =
                new DeadLetterTable()
                        .rejected("a", "speed", 0)
                        .rejected("b", "speed", 1)
                        .deadLetter(
                                "c",
                                "REJECTED",
                                "decode",
                                null,
                                "pit/v1/shovel/S1/state",
                                2,
                                new byte[] {1})
                        .deadLetter("d", "LATE", "too-late", "T2", DeadLetterTable.TOPIC, 3, null);
        letters = DeadLetters.open(box.sql());
    }

    @AfterEach
    void close() throws SQLException {
        letters.close();
        box.close();
    }

    @Test
    void returnsTheLatestFirstUpToTheLimit() throws SQLException {
        assertThat(letters.latest(ALL, 3))
                .extracting(DeadLetter::qualityId)
                .containsExactly("d", "c", "b");
    }

    @Test
    void readsEveryColumn() throws SQLException {
        DeadLetter letter = letters.byIds(List.of("a")).get(0);
        assertThat(letter.verdict()).isEqualTo("REJECTED");
        assertThat(letter.rule()).isEqualTo("speed");
        assertThat(letter.expected()).isEqualTo("at most 80");
        assertThat(letter.topic()).isEqualTo(DeadLetterTable.TOPIC);
        assertThat(letter.receivedAt()).isEqualTo(NOON);
        assertThat(letter.eventTime()).isNull();
        assertThat(letter.payload()).containsExactly('{', '}');
        assertThat(letter.replayedAt()).isNull();
        assertThat(letter.replays()).isZero();
    }

    @Test
    void everyConditionOfAFilterExcludesRows() throws SQLException {
        assertThat(ids(ALL.withVerdict(QualityVerdict.LATE))).containsExactly("d");
        assertThat(ids(filter("speed", null, null, null))).containsExactly("a", "b");
        assertThat(ids(filter(null, "T2", null, null))).containsExactly("d");
        assertThat(ids(filter(null, null, ReadingStream.STATE, null))).containsExactly("c");
        assertThat(ids(filter(null, null, null, "shovel/S1"))).containsExactly("c");
        DeadLetterFilter minute =
                new DeadLetterFilter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOON.plusSeconds(60),
                        NOON.plusSeconds(120),
                        false);
        assertThat(ids(minute)).containsExactly("b");
    }

    @Test
    void countsByVerdictAndRule() throws SQLException {
        assertThat(letters.countsByRule(ALL))
                .containsEntry("REJECTED speed", 2L)
                .containsEntry("REJECTED decode", 1L)
                .containsEntry("LATE too-late", 1L);
    }

    @Test
    void aReplayIsMarkedAndCountedAndCanBeExcluded() throws SQLException {
        letters.markReplayed(letters.byIds(List.of("a")), NOON.plusSeconds(9));
        letters.markReplayed(letters.byIds(List.of("a")), NOON.plusSeconds(10));

        DeadLetter letter = letters.byIds(List.of("a")).get(0);
        assertThat(letter.replays()).isEqualTo(2);
        assertThat(letter.replayedAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(letter.rule()).isEqualTo("speed");
        assertThat(ids(new DeadLetterFilter(null, "speed", null, null, null, null, null, true)))
                .containsExactly("b");
    }

    private static DeadLetterFilter filter(
            String rule, String machine, ReadingStream stream, String topic) {
        return new DeadLetterFilter(null, rule, machine, stream, topic, null, null, false);
    }

    private List<String> ids(DeadLetterFilter filter) throws SQLException {
        return letters.ids(filter);
    }
}
