package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {

    private static final List<Fault> ALL = List.of(Fault.values());

    @Test
    void dealsEveryKindBeforeAnyComesAgain() {
        FaultSchedule deck = new FaultSchedule(ALL, 7);

        for (int round = 0; round < 20; round++) {
            assertThat(Stream.generate(deck::next).limit(ALL.size()))
                    .containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void theSameSeedDealsTheSameFaults() {
        assertThat(dealt(3)).isEqualTo(dealt(3)).isNotEqualTo(dealt(4));
    }

    private static List<Fault> dealt(long seed) {
        FaultSchedule deck = new FaultSchedule(ALL, seed);
        return Stream.generate(deck::next).limit(40).toList();
    }
}
