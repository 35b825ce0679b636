package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {

    private static final List<Fault> ALL = List.of(Fault.values());

    @Test
    void everyKindOccursBeforeAnyOccursAgain() {
        FaultSchedule schedule = new FaultSchedule(ALL, 7);

        for (int round = 0; round < 20; round++) {
            assertThat(Stream.generate(schedule::next).limit(ALL.size()))
                    .containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        assertThat(order(3)).isEqualTo(order(3)).isNotEqualTo(order(4));
    }

    private static List<Fault> order(long seed) {
        FaultSchedule schedule = new FaultSchedule(ALL, seed);
        return Stream.generate(schedule::next).limit(40).toList();
    }
}
