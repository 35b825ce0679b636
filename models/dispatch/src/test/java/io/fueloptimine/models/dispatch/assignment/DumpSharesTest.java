package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Waste of F3 goes to D, which is near, and E, which is far. */
class DumpSharesTest {

    @Test
    void eachDumpGetsItsPartOfTheOnlyFace() {
        assertThat(shares(3_000, 1_000, Map.of())).isEqualTo(Map.of("D", 18, "E", 6));
    }

    @Test
    void tonnesUnderWayCountAsDumped() {
        assertThat(shares(3_000, 1_000, Map.of("D", 2_000.0))).isEqualTo(Map.of("D", 12, "E", 12));
    }

    @Test
    void aDumpWhoseTonnesAreMetKeepsOnePartForTheEnd() {
        assertThat(shares(3_000, 0, Map.of())).isEqualTo(Map.of("D", 24, "E", 1));
    }

    private static Map<String, Integer> shares(
            double nearT, double farT, Map<String, Double> underWayT) {
        MineSite mine = mine(nearT, farT);
        WorkTargets targets =
                WorkTargets.of(
                        mine,
                        AssignmentState.empty(mine.site()),
                        OpenWork.ALL,
                        AssignerSettings.DEFAULT,
                        HandMine.at(0));
        return new DumpShares(
                        mine,
                        targets,
                        new RoadHaulModel(mine).costs(List.of(), 0),
                        mine.truckClass("930E"))
                .of(
                        "F3",
                        Material.WASTE,
                        mine.dumps().stream().filter(d -> d.accepts(Material.WASTE)).toList(),
                        underWayT);
    }

    private static MineSite mine(double nearT, double farT) {
        MineSite mine = HandMine.SITE;
        DigPlan plan =
                new DigPlan(
                        12,
                        List.of(new FaceTarget("F3", Material.WASTE, 4_000)),
                        List.of(
                                new DumpTarget("D", Material.WASTE, nearT),
                                new DumpTarget("E", Material.WASTE, farT)),
                        DigPlan.GradeBand.ANY);
        return new MineSite(
                mine.site(),
                plan,
                mine.locations(),
                mine.roads(),
                mine.truckClasses(),
                mine.trucks(),
                mine.loadingUnits(),
                mine.dumps(),
                mine.auxMachines());
    }
}
