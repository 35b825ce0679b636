package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.RateAccount;
import io.fueloptimine.models.dispatch.fleet.RateAccounts;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tonnes of faces and dumps in ten hours, when people require other rates than the dig plan. */
class WorkTargetsTest {

    private static final double USED_HOURS = 10;
    private static final double LOAD_T = 290;
    private static final MineSite MINE =
            HandMine.SITE.withDigPlan(
                    new DigPlan(
                            12,
                            List.of(
                                    new FaceTarget("F1", Material.ORE, 6_000),
                                    new FaceTarget("F2", Material.ORE, 2_000),
                                    new FaceTarget("F3", Material.WASTE, 6_000)),
                            List.of(new DumpTarget("D", Material.WASTE, 3_000)),
                            DigPlan.GradeBand.ANY));

    @Test
    void withoutRatesTheTonnesAreThoseOfTheDigPlan() {
        assertThat(faceT("F1")).isEqualTo(6_000);
        assertThat(dumpT()).isEqualTo(3_000);
    }

    @Test
    void aFaceHasTheTonnesOfARateWithinItsBounds() {
        assertThat(faceT("F1", RateTarget.ofFace("F1", 500.0, 900.0, 1))).isEqualTo(6_000);
        assertThat(faceT("F1", RateTarget.ofFace("F1", 800.0, 900.0, 1))).isEqualTo(8_000);
        assertThat(faceT("F1", RateTarget.ofFace("F1", null, 400.0, 1))).isEqualTo(4_000);
        assertThat(faceT("F1", RateTarget.ofFace("F1", null, 0.0, 1))).isZero();
        assertThat(faceT("F1", RateTarget.ofFace("F2", null, 0.0, 1))).isEqualTo(6_000);
    }

    @Test
    void theFacesOfAMaterialShareItsRateAsTheyShareTheDigPlan() {
        RateTarget ore = new RateTarget(null, null, Material.ORE, null, 400.0, null);

        assertThat(faceT("F1", ore)).isEqualTo(3_000);
        assertThat(faceT("F2", ore)).isEqualTo(1_000);
        assertThat(faceT("F3", ore)).isEqualTo(6_000);
        assertThat(faceT("F2", ore, RateTarget.ofFace("F2", 150.0, 200.0, 1))).isEqualTo(2_000);
    }

    @Test
    void aDumpHasTheTonnesOfARateWithinItsBounds() {
        assertThat(dumpT(new RateTarget(null, "D", null, null, 100.0, null))).isEqualTo(1_000);
        assertThat(dumpT(new RateTarget(null, "D", Material.WASTE, 400.0, null, null)))
                .isEqualTo(4_000);
        assertThat(dumpT(new RateTarget(null, "D", Material.ORE, null, 0.0, null)))
                .isEqualTo(3_000);
    }

    @Test
    void besideALimitedDumpAFreeOneHasTheTonnesOfTheFaces() {
        DumpPoint free = MINE.dump("E").orElseThrow();
        RateTarget limit = new RateTarget(null, "D", null, null, 100.0, null);

        assertThat(targets(limit).dumpLeftT(free, Material.WASTE)).isEqualTo(6_000);
        assertThat(targets().dumpLeftT(free, Material.WASTE)).isGreaterThan(100_000);
    }

    @Test
    void whatAHighestRateAllowsAndWasNotMovedIsCaughtUpInAnHour() {
        RateTarget rate = RateTarget.ofFace("F1", null, 400.0, 1);
        WorkTargets late = targets(new RateAccount(rate, HandMine.at(0), 110), rate);
        WorkTargets owing = targets(new RateAccount(rate, HandMine.at(0), -LOAD_T), rate);

        assertThat(late.faceLeftT("F1", LOAD_T)).isEqualTo(4_400);
        assertThat(late.leastHours("F1", LOAD_T)).isEqualTo(4_400 / (400 + 400.0));
        assertThat(owing.faceLeftT("F1", LOAD_T)).isEqualTo(4_000);
        assertThat(owing.leastHours("F1", LOAD_T)).isEqualTo(USED_HOURS);
    }

    @Test
    void nothingIsLeftAtAFaceWithTheRateZero() {
        RateTarget none = RateTarget.ofFace("F1", null, 0.0, 1);

        assertThat(targets(new RateAccount(none, HandMine.at(0), 0), none).faceLeftT("F1", LOAD_T))
                .isZero();
    }

    @Test
    void theTonnesOfAHighestRateAreLoadedInNoLessThanTheTimeThatItTakes() {
        assertThat(leastHours("F1", RateTarget.ofFace("F1", null, 400.0, 1))).isEqualTo(USED_HOURS);
        assertThat(leastHours("F1", RateTarget.ofFace("F1", null, 1_200.0, 1))).isEqualTo(5);
        assertThat(leastHours("F1", RateTarget.ofFace("F1", 400.0, null, 1))).isZero();
        assertThat(leastHours("F2", new RateTarget(null, null, Material.ORE, null, 1_600.0, null)))
                .isEqualTo(5);
    }

    private static double leastHours(String faceId, RateTarget... rates) {
        return targets(rates).leastHours(faceId, LOAD_T);
    }

    private static double faceT(String faceId, RateTarget... rates) {
        return targets(rates).faceLeftT(faceId, LOAD_T);
    }

    private static double dumpT(RateTarget... rates) {
        return targets(rates).dumpLeftT(MINE.dump("D").orElseThrow(), Material.WASTE);
    }

    private static WorkTargets targets(RateTarget... rates) {
        return targets(FleetState.blank().limits(), rates);
    }

    private static WorkTargets targets(RateAccount account, RateTarget rate) {
        return targets(new RateAccounts(List.of(account)), rate);
    }

    private static WorkTargets targets(RateAccounts limits, RateTarget... rates) {
        return new WorkTargets(
                MINE,
                FleetState.blank().progress(),
                OpenWork.ALL,
                List.of(rates),
                limits,
                HandMine.at(0),
                USED_HOURS,
                USED_HOURS);
    }
}
