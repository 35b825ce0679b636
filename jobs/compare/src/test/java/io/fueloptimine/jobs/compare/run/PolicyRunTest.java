package io.fueloptimine.jobs.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyRunTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final RunSettings SHIFT = RunSettings.ofShifts(MINE, 1);

    /** The largest payload of a truck, t. */
    private static final double LARGEST_LOAD_T = 290 * 1.16;

    @ParameterizedTest
    @EnumSource(PolicyName.class)
    void noPolicyHaulsMoreFromAFaceThanPlanned(PolicyName policy) {
        RunResult result = new PolicyRun(SHIFT, policy, Variant.BASE, 3).result();

        assertThat(result.total().loads()).isGreaterThan(150);
        for (FaceTarget face : MINE.digPlan().faces()) {
            assertThat(result.fromFace(face.faceId()).tonnes())
                    .as(face.faceId())
                    .isLessThan(face.shiftTonnes() + LARGEST_LOAD_T);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyName.class,
            names = {"FIXED", "SPTF", "FUELOPTIMINE"})
    void theSameSeedGivesTheSameResult(PolicyName policy) {
        RunResult first = new PolicyRun(SHIFT, policy, Variant.BREAKDOWNS, 4).result();
        RunResult second = new PolicyRun(SHIFT, policy, Variant.BREAKDOWNS, 4).result();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void fixedPairsAsOrdersDoTheWorkOfNoOrders() {
        RunResult none = new PolicyRun(SHIFT, PolicyName.NONE, Variant.BASE, 2).result();
        RunResult fixed = new PolicyRun(SHIFT, PolicyName.FIXED, Variant.BASE, 2).result();

        assertThat(none.ordersAccepted()).isZero();
        assertThat(fixed.ordersAccepted()).isGreaterThan(fixed.total().loads());
        assertThat(fixed.tonnes()).isCloseTo(none.tonnes(), within(0.01 * none.tonnes()));
        assertThat(fixed.litres()).isCloseTo(none.litres(), within(0.01 * none.litres()));
    }

    @Test
    void noPolicyDrivesLessThanTheLeastEmptyDistance() {
        RunResult fixed = new PolicyRun(SHIFT, PolicyName.FIXED, Variant.BASE, 2).result();

        assertThat(fixed.optimalEmptyMetres()).isPositive().isLessThan(fixed.emptyMetres());
    }

    @Test
    void litresAndHoursAreThoseOfTheWholeFleet() {
        RunResult none = new PolicyRun(SHIFT, PolicyName.NONE, Variant.BASE, 2).result();
        double hours = none.times().values().stream().mapToDouble(TimeAndFuel::hours).sum();
        double litres = none.times().values().stream().mapToDouble(TimeAndFuel::litres).sum();

        assertThat(hours).isCloseTo(12 * MINE.trucks().size(), within(12.0));
        assertThat(litres).isCloseTo(none.litres(), within(0.02 * none.litres()));
    }
}
