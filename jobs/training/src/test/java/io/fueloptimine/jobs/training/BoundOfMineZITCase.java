package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.jobs.training.fleet.HauledLoads;
import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import io.fueloptimine.models.dispatch.bound.ShiftBound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The least empty travel of a real mine's shifts, compared with another solver's results. */
class BoundOfMineZITCase {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** HiGHS solved the same 18 problems to these sums. */
    @Test
    void everyShiftIsSolvedToItsOptimum() {
        Path folder = MineZ.folder().orElse(null);
        assumeTrue(folder != null, "no real mine's records; " + MineZ.SETTING + " names them");

        List<ShiftBound> shifts =
                EmptyTravelBound.perShift(
                        HauledLoads.read(folder, FleetMappingFile.read(MineZ.mapping())).loads());

        assertThat(shifts).hasSize(18);
        assertThat(shifts.stream().mapToInt(ShiftBound::loads).sum()).isEqualTo(10_103);
        assertThat(shifts.stream().mapToDouble(ShiftBound::fixedPairsS).sum() / SECONDS_PER_HOUR)
                .isCloseTo(2_478.506, within(0.001));
        assertThat(shifts.stream().mapToDouble(ShiftBound::optimalS).sum() / SECONDS_PER_HOUR)
                .isCloseTo(1_826.965, within(0.001));
        assertThat(shifts)
                .allSatisfy(
                        shift ->
                                assertThat(shift.optimalS())
                                        .isLessThanOrEqualTo(shift.fixedPairsS()));
    }
}
