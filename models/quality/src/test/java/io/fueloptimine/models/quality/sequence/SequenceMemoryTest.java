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
    void recognisesDuplicatesAndCountsGapsUntilTheyAreFilled() {
        assertThat(see(0, 0)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(5, 5)).isEqualTo(DuplicateStatus.NEW);
        assertThat(missing).isEqualTo(4);
        assertThat(see(2, 2)).isEqualTo(DuplicateStatus.NEW);
        assertThat(missing).isEqualTo(3);
        assertThat(see(2, 2)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(see(5, 5)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(missing).isEqualTo(3);
    }

    @Test
    void acceptsLateNumbersWithinItsWidthButNotOlderOnes() {
        see(SequenceEpoch.WIDTH + 10, 20_000);

        assertThat(see(11, 11)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(11, 11)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(see(10, 10)).isEqualTo(DuplicateStatus.TOO_OLD);
    }

    @Test
    void followsASenderThatRestartsFromZero() {
        for (int i = 0; i < 500; i++) {
            see(i, i);
        }
        assertThat(see(1, 601)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(0, 600)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(0, 600)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(see(2, 602)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(499, 499)).isEqualTo(DuplicateStatus.DUPLICATE);
    }

    /**
     * The clock was 200 s fast until the restart: no reading after it may be taken for a duplicate.
     */
    @Test
    void followsASenderWhoseClockIsSetBackAtTheRestart() {
        for (int i = 0; i < 500; i++) {
            see(i, 200 + i);
        }
        for (int i = 0; i < 500; i++) {
            assertThat(see(i, 510 + i)).as("number %d", i).isEqualTo(DuplicateStatus.NEW);
            assertThat(see(i, 510 + i))
                    .as("number %d again", i)
                    .isEqualTo(DuplicateStatus.DUPLICATE);
        }
        assertThat(see(499, 699)).as("before the restart").isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(missing).isZero();
    }

    @Test
    void followsARestartFromFarHigherNumbers() {
        for (int i = 0; i < 3 * SequenceEpoch.WIDTH; i++) {
            see(i, 200 + i);
        }
        int last = 3 * SequenceEpoch.WIDTH - 1;
        for (int i = 0; i < 500; i++) {
            assertThat(see(i, last + 10 + i)).as("number %d", i).isEqualTo(DuplicateStatus.NEW);
        }
        assertThat(see(last, 200 + last))
                .as("before the restart")
                .isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(see(10, 210)).as("long before").isEqualTo(DuplicateStatus.TOO_OLD);
    }

    @Test
    void acceptsALateReadingFromBeforeTheRestartOnce() {
        for (int i = 0; i < 500; i++) {
            if (i != 450) {
                see(i, i);
            }
        }
        for (int i = 0; i < 500; i++) {
            see(i, 600 + i);
        }

        assertThat(see(450, 450)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(450, 450)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(missing).isZero();
    }

    @Test
    void doesNotSubtractNumbersThatNeverCountedAsMissing() {
        for (int i = 40; i < 80; i++) {
            see(i, i);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(see(i, i)).isEqualTo(DuplicateStatus.NEW);
        }
        see(90, 90);

        assertThat(missing).isEqualTo(10);
    }

    @Test
    void recoversFromOneExtremeNumber() {
        see(100, 100);
        assertThat(see(Long.MAX_VALUE, 101)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(101, 102)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(102, 103)).isEqualTo(DuplicateStatus.NEW);
        assertThat(see(102, 103)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(missing).isLessThanOrEqualTo(SequenceEpoch.WIDTH);
    }

    @Test
    void agreesWithASetOnAShuffledStreamWithDuplicates() {
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
            assertThat(see(number, number))
                    .isEqualTo(isNew ? DuplicateStatus.NEW : DuplicateStatus.DUPLICATE);
        }
    }

    private DuplicateStatus see(long sequence, long seconds) {
        return memory.observe(sequence, T0 + seconds * 1_000, more -> missing += more);
    }
}
