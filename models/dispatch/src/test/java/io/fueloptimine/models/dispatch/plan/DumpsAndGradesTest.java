package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.TargetPlans.oreFarWasteNear;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.plan;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.situation;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.tph;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.tphTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tonnes of dumps, grades and the stripping ratio. */
class DumpsAndGradesTest {

    @Test
    void haulsToTheDumpsThatTheDigPlanAllowsAndThatAreNotFull() {
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.WASTE, 10_000)
                        .dump("NEAR", Material.WASTE, 0, 10_000)
                        .dump("MIDDLE", Material.WASTE, 0, 10_000)
                        .dump("FAR", Material.WASTE, 0, 10_000)
                        .road("F-S1", "NEAR", 950)
                        .road("F-S1", "MIDDLE", 1_900)
                        .road("F-S1", "FAR", 3_800)
                        .trucks(6, FlatMine.LARGE, "S1", "FAR")
                        .digPlan(
                                new DigPlan(
                                        12,
                                        List.of(
                                                new FaceTarget(
                                                        "F-S1",
                                                        Material.WASTE,
                                                        12_000,
                                                        1,
                                                        List.of("MIDDLE", "FAR"),
                                                        0,
                                                        true)),
                                        List.of(
                                                new DumpTarget("MIDDLE", Material.WASTE, 4_800),
                                                new DumpTarget("FAR", Material.WASTE, 7_200)),
                                        DigPlan.GradeBand.ANY))
                        .build();

        DispatchPlan half = plan(site);
        WorkLeft middleFull =
                WorkLeft.of(
                        site.digPlan(),
                        6,
                        face -> 4_800,
                        (dump, material) -> dump.equals("MIDDLE") ? 4_800 : 0);
        DispatchPlan later = plan(site, situation(site).withWorkLeft(middleFull));

        assertThat(tphTo(half, "NEAR")).isZero();
        assertThat(tphTo(half, "MIDDLE")).isCloseTo(400, within(0.5));
        assertThat(tphTo(half, "FAR")).isCloseTo(600, within(0.5));
        assertThat(tphTo(later, "MIDDLE")).isZero();
        assertThat(tphTo(later, "FAR")).isCloseTo(1_200, within(0.5));
    }

    @Test
    void keepsTheMeanGradeOfTheShiftWithinItsRange() {
        MineSite site =
                new FlatMine()
                        .unit("RICH", Material.ORE, 600)
                        .unit("POOR", Material.ORE, 10_000)
                        .dump("C1", Material.ORE, 0, 10_000)
                        .road("F-RICH", "C1", 1_900)
                        .road("F-POOR", "C1", 1_900)
                        .trucks(8, FlatMine.LARGE, "POOR", "C1")
                        .digPlan(
                                new DigPlan(
                                        12,
                                        List.of(
                                                ore("F-RICH", 14_400, 0.8),
                                                ore("F-POOR", 14_400, 0.4)),
                                        List.of(),
                                        new DigPlan.GradeBand(0.6, 1)))
                        .build();

        DispatchPlan plan = plan(site);

        // The rich face gives 600 of 1,200 t/h, so that the poor one may give no more.
        assertThat(tph(plan, "F-POOR")).isCloseTo(600, within(0.5));
        assertThat(plan.unmet())
                .anyMatch(line -> line.startsWith("F-RICH") && line.endsWith("loaded by RICH"))
                .anyMatch(line -> line.startsWith("F-POOR") && line.contains("mean grade"));
    }

    @Test
    void movesNoOreWithoutTheWasteOfAGivenStrippingRatio() {
        MineSite site = oreFarWasteNear(2).target(5_000, 5_000).build();
        WorkLeft work = WorkLeft.of(site.digPlan()).withMinStrippingRatio(2);

        DispatchPlan plan = plan(site, situation(site).withWorkLeft(work));

        assertThat(tph(plan, "F-S1")).isPositive();
        assertThat(tph(plan, "F-W1")).isCloseTo(2 * tph(plan, "F-S1"), within(0.5));
    }

    private static FaceTarget ore(String id, double tonnes, double gradePct) {
        return new FaceTarget(id, Material.ORE, tonnes, 1, List.of(), gradePct, true);
    }
}
