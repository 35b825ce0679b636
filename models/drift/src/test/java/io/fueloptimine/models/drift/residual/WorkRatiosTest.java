package io.fueloptimine.models.drift.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The error of the model for each work is no part of a truck's samples. */
class WorkRatiosTest {

    @Test
    void deviationsByWorkDoNotChangeWithAllWorkAlike() {
        WorkRatios healthy = mixed(WorkRatios.NONE, 1);
        WorkRatios worn = mixed(healthy, 1.06);

        assertThat(healthy.usualDeviationOf(Work.LOADED)).isCloseTo(0.05, within(0.01));
        assertThat(healthy.usualDeviationOf(Work.STANDING)).isCloseTo(-0.1, within(0.02));
        assertThat(worn.usualDeviationOf(Work.LOADED))
                .isCloseTo(healthy.usualDeviationOf(Work.LOADED), within(0.005));
        assertThat(WorkRatios.NONE.usualDeviationOf(Work.EMPTY)).isZero();
    }

    @Test
    void aTruckWhoseModelErrsByWorkHasALittleSpread() {
        DriftSettings settings = DriftSettings.DEFAULT;
        TruckDrift truck = new TruckDrift(settings, TruckDriftState.empty("930E", settings));
        int reports = 0;
        for (int i = 0; i < 1_200; i++) {
            Work work = i / 15 % 2 == 0 ? Work.LOADED : Work.STANDING;
            double burntL = work == Work.LOADED ? 5 * 1.08 : 5 * 0.92;
            TruckWindow window = new TruckWindow(60_000L * i, "OP-1", work, burntL, 5);
            reports += truck.add(window, 0).isPresent() ? 1 : 0;
        }

        assertThat(reports).isZero();
        assertThat(truck.spread()).isLessThan(0.04);
    }

    /** A truck that burns 5 % too much loaded and 10 % too little at a standstill. */
    private static WorkRatios mixed(WorkRatios before, double factor) {
        WorkRatios works = before;
        for (int i = 0; i < 900; i++) {
            works =
                    i % 3 < 2
                            ? works.with(Work.LOADED, 5 * 1.05 * factor, 5)
                            : works.with(Work.STANDING, 5 * 0.9 * factor, 5);
        }
        return works;
    }
}
