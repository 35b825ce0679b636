package io.fueloptimine.operators.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeMemoryTest {

    private final TimeMemory memory = new TimeMemory();

    @Test
    void tellsRepeatsInAnyOrder() {
        assertThat(memory.see(30)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(10)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(20)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(10)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(30)).isEqualTo(Sighting.REPEATED);
    }

    @Test
    void forgetsTheOldestAndThenDoubtsWhatIsOlder() {
        for (int i = 1; i <= TimeMemory.CAPACITY + 1; i++) {
            assertThat(memory.see(i * 10L)).isEqualTo(Sighting.NEW);
        }

        assertThat(memory.size).isEqualTo(TimeMemory.CAPACITY);
        assertThat(memory.see(10)).isEqualTo(Sighting.TOO_OLD_TO_TELL);
        assertThat(memory.see(20)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(25)).isEqualTo(Sighting.NEW);
        assertThat(memory.see(25)).isEqualTo(Sighting.REPEATED);
        assertThat(memory.see(TimeMemory.CAPACITY * 10L)).isEqualTo(Sighting.REPEATED);
    }
}
