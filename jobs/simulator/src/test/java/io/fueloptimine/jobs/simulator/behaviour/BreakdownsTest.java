package io.fueloptimine.jobs.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.random.MachineRandom;
import org.junit.jupiter.api.Test;

class BreakdownsTest {

    private static final long START_MS = 1_767_600_000_000L;
    private static final long STEP_MS = 10_000;

    @Test
    void manyShortStopsLeaveTheUnitAvailableFor96PercentOfTheTime() {
        Breakdowns breakdowns = ofUnit("SH01");
        long downMs = 0;
        long days = 2_000;
        for (long ms = 0; ms < days * 86_400_000; ms += STEP_MS) {
            downMs += breakdowns.down(START_MS + ms) ? STEP_MS : 0;
        }

        assertThat(downMs / (days * 86_400_000.0)).isBetween(0.035, 0.045);
        assertThat(downMs / 60_000.0 / breakdowns.number()).isBetween(37.0, 43.0);
    }

    @Test
    void doNotDependOnHowOftenTheyAreAskedFor() {
        Breakdowns often = ofUnit("SH01");
        Breakdowns seldom = ofUnit("SH01");
        for (long ms = START_MS; ms < START_MS + 40 * 86_400_000L; ms += STEP_MS) {
            often.down(ms);
        }
        seldom.down(START_MS + 40 * 86_400_000L - STEP_MS);

        assertThat(often.number()).isEqualTo(seldom.number()).isGreaterThan(40);
        assertThat(often.fromMs()).isEqualTo(seldom.fromMs());
    }

    @Test
    void differBetweenMachines() {
        assertThat(ofUnit("SH01").fromMs()).isNotEqualTo(ofUnit("SH02").fromMs());
    }

    private static Breakdowns ofUnit(String id) {
        return Breakdowns.ofLoadingUnit(new MachineRandom(3, id), START_MS);
    }
}
