package io.fueloptimine.models.quality.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceMemoryTest {

    private static final long T0 = 1_767_600_000_000L;

    private final SequenceMemory memory = new SequenceMemory();
    private long missing;

    @Test
    void tellsRepeatsAndCountsGapsUntilTheyAreFilled() {
        assertThat(see(0, 0)).isEqualTo(Sighting.NEW);
        assertThat(see(5, 5)).isEqualTo(Sighting.NEW);
        assertThat(missing).isEqualTo(4);
        assertThat(see(2, 2)).isEqualTo(Sighting.NEW);
        assertThat(missing).isEqualTo(3);
        assertThat(see(2, 2)).isEqualTo(Sighting.REPEATED);
        assertThat(see(5, 5)).isEqualTo(Sighting.REPEATED);
        assertThat(missing).isEqualTo(3);
    }

    @Test
    void acceptsLateNumbersWithinItsWidthAndDoubtsOlderOnes() {
        see(SequenceEpoch.WIDTH + 10, 20_000);

        assertThat(see(11, 11)).isEqualTo(Sighting.NEW);
        assertThat(see(11, 11)).isEqualTo(Sighting.REPEATED);
        assertThat(see(10, 10)).isEqualTo(Sighting.TOO_OLD_TO_TELL);
    }

    @Test
    void followsASenderThatCountsFromZeroAgain() {
        for (int i = 0; i < 500; i++) {
            see(i, i);
        }
        assertThat(see(1, 601)).isEqualTo(Sighting.NEW);
        assertThat(see(0, 600)).isEqualTo(Sighting.NEW);
        assertThat(see(0, 600)).isEqualTo(Sighting.REPEATED);
        assertThat(see(2, 602)).isEqualTo(Sighting.NEW);
        assertThat(see(499, 499)).isEqualTo(Sighting.REPEATED);
    }

    /** Its clock was 200 s fast until the restart: nothing of the new run may pass for a repeat. */
    @Test
    void followsASenderWhoseClockIsSetBackAsItCountsAfresh() {
        for (int i = 0; i < 500; i++) {
            see(i, 200 + i);
        }
        for (int i = 0; i < 500; i++) {
            assertThat(see(i, 510 + i)).as("number %d", i).isEqualTo(Sighting.NEW);
            assertThat(see(i, 510 + i)).as("number %d again", i).isEqualTo(Sighting.REPEATED);
        }
        assertThat(see(499, 699)).as("of the first run").isEqualTo(Sighting.REPEATED);
        assertThat(missing).isZero();
    }

    @Test
    void followsItTooWhenItsNumbersLieFarBelow() {
        for (int i = 0; i < 3 * SequenceEpoch.WIDTH; i++) {
            see(i, 200 + i);
        }
        int last = 3 * SequenceEpoch.WIDTH - 1;
        for (int i = 0; i < 500; i++) {
            assertThat(see(i, last + 10 + i)).as("number %d", i).isEqualTo(Sighting.NEW);
        }
        assertThat(see(last, 200 + last)).as("of the first run").isEqualTo(Sighting.REPEATED);
        assertThat(see(10, 210)).as("long before").isEqualTo(Sighting.TOO_OLD_TO_TELL);
    }

    @Test
    void whatTheFormerRunStillDeliversLateIsNewOnce() {
        for (int i = 0; i < 500; i++) {
            if (i != 450) {
                see(i, i);
            }
        }
        for (int i = 0; i < 500; i++) {
            see(i, 600 + i);
        }

        assertThat(see(450, 450)).isEqualTo(Sighting.NEW);
        assertThat(see(450, 450)).isEqualTo(Sighting.REPEATED);
        assertThat(missing).isZero();
    }

    @Test
    void doesNotCountAsFoundWhatItNeverMissed() {
        for (int i = 40; i < 80; i++) {
            see(i, i);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(see(i, i)).isEqualTo(Sighting.NEW);
        }
        see(90, 90);

        assertThat(missing).isEqualTo(10);
    }

    @Test
    void recoversFromOneAbsurdNumber() {
        see(100, 100);
        assertThat(see(Long.MAX_VALUE, 101)).isEqualTo(Sighting.NEW);
        assertThat(see(101, 102)).isEqualTo(Sighting.NEW);
        assertThat(see(102, 103)).isEqualTo(Sighting.NEW);
        assertThat(see(102, 103)).isEqualTo(Sighting.REPEATED);
        assertThat(missing).isLessThanOrEqualTo(SequenceEpoch.WIDTH);
    }

    @Test
    void agreesWithASetOnAnyShuffledStreamWithRepeats() {
        Random random = new Random(7);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            if (random.nextInt(20) > 0) {
                numbers.add(i);
            }
            if (random.nextInt(10) == 0) {
                numbers.add(Math.max(0, i - random.nextInt(3_000)));
            }
        }
        for (int from = 0; from + 100 <= numbers.size(); from += 100) {
            Collections.shuffle(numbers.subList(from, from + 100), random);
        }
        Set<Integer> seen = new HashSet<>();
        for (int number : numbers) {
            boolean isNew = seen.add(number);
            assertThat(see(number, number)).isEqualTo(isNew ? Sighting.NEW : Sighting.REPEATED);
        }
    }

    private Sighting see(long sequence, long seconds) {
        return memory.see(sequence, T0 + seconds * 1_000, more -> missing += more);
    }
}
