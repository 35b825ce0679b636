package io.fueloptimine.models.quality.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeMemoryTest {

    private final TimeMemory memory = new TimeMemory();

    @Test
    void recognisesDuplicatesInAnyOrder() {
        assertThat(memory.observe(30, 1)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(10, 1)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(20, 1)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(10, 1)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(memory.observe(30, 1)).isEqualTo(DuplicateStatus.DUPLICATE);
    }

    @Test
    void acceptsReadingsOfOneTimeWithDifferentContent() {
        assertThat(memory.observe(30, 1)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(30, 2)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(30, 3)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(30, 1)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(memory.observe(30, 3)).isEqualTo(DuplicateStatus.DUPLICATE);
    }

    /** State of an earlier version has times alone. */
    @Test
    void comparesOnlyTimesWhereDigestsAreMissing() {
        for (int i = 0; i < 40; i++) {
            memory.observe(i, 1);
        }
        memory.digests = new TimeMemory().digests;

        assertThat(memory.observe(20, 7)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(memory.observe(50, 7)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(50, 8)).isEqualTo(DuplicateStatus.NEW);
    }

    @Test
    void dropsTheOldestAndThenAcceptsNothingOlder() {
        for (int i = 1; i <= TimeMemory.CAPACITY + 1; i++) {
            assertThat(memory.observe(i * 10L, 1)).isEqualTo(DuplicateStatus.NEW);
        }

        assertThat(memory.size).isEqualTo(TimeMemory.CAPACITY);
        assertThat(memory.observe(10, 1)).isEqualTo(DuplicateStatus.TOO_OLD);
        assertThat(memory.observe(20, 1)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(memory.observe(25, 1)).isEqualTo(DuplicateStatus.NEW);
        assertThat(memory.observe(25, 1)).isEqualTo(DuplicateStatus.DUPLICATE);
        assertThat(memory.observe(TimeMemory.CAPACITY * 10L, 1))
                .isEqualTo(DuplicateStatus.DUPLICATE);
    }
}
