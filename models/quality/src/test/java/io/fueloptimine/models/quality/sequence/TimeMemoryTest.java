package io.fueloptimine.models.quality.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeMemoryTest {

    private final TimeMemory memory = new TimeMemory();

    @Test
    void tellsRepeatsInAnyOrder() {
        assertThat(memory.see(30, 1)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(10, 1)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(20, 1)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(10, 1)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(30, 1)).isEqualTo(Sighting.REPEATED);
    }

    @Test
    void takesTwoReadingsOfOneMomentThatSayDifferentThings() {
        assertThat(memory.see(30, 1)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(30, 2)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(30, 3)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(30, 1)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(30, 3)).isEqualTo(Sighting.REPEATED);
    }

    /** State of an earlier version has times alone. */
    @Test
    void takesAMomentAloneForARepeatWhereWhatItSaidWasNotNoted() {
        for (int i = 0; i < 40; i++) {
            memory.see(i, 1);
        }
        memory.digests = new TimeMemory().digests;

        assertThat(memory.see(20, 7)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(50, 7)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(50, 8)).isEqualTo(Sighting.NEW);
    }

    @Test
    void forgetsTheOldestAndThenDoubtsWhatIsOlder() {
        for (int i = 1; i <= TimeMemory.CAPACITY + 1; i++) {
            assertThat(memory.see(i * 10L, 1)).isEqualTo(Sighting.NEW);
        }

        assertThat(memory.size).isEqualTo(TimeMemory.CAPACITY);
        assertThat(memory.see(10, 1)).isEqualTo(Sighting.TOO_OLD_TO_TELL);
        assertThat(memory.see(20, 1)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(25, 1)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(25, 1)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(TimeMemory.CAPACITY * 10L, 1)).isEqualTo(Sighting.REPEATED);
    }
}
