package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.NOTHING;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.all;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.face;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.idle;
import static io.fueloptimine.models.dispatch.plan.InfeasiblePlans.mine;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Machines, roads and dumps that are missing: a plan all the same, and the cause in words. */
class InfeasibleRequestsTest {

    @Test
    void noTrucks() {
        MineSite site = mine(0).build();

        assertThat(idle(site, all(site)).unmet())
                .containsExactly(NOTHING + "no truck is available");
    }

    @Test
    void noTruckOfWhichAnythingIsKnown() {
        MineSite site = mine(3).build();
        FleetSituation unknown =
                new FleetSituation(
                        site.site(), FlatMine.AT, List.of(), List.of(), List.of(), Map.of(), 0);

        assertThat(idle(site, unknown).unmet()).containsExactly(NOTHING + "no truck is available");
    }

    @Test
    void everyTruckIsDown() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of(), List.of("T1", "T2"))).unmet())
                .containsExactly(NOTHING + "no truck is available");
    }

    @Test
    void everyRoadIsClosed() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of("F-S1:C1"), List.of())).unmet())
                .containsExactly(NOTHING + "roads are closed: F-S1:C1");
    }

    @Test
    void everyLoadingUnitIsDown() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of(), List.of("S1"))).unmet())
                .containsExactly(NOTHING + "S1 is down");
    }

    @Test
    void everyDumpIsDown() {
        MineSite site = mine(2).build();

        assertThat(idle(site, FlatMine.situation(site, List.of(), List.of("C1"))).unmet())
                .containsExactly(NOTHING + "C1 is down");
    }

    @Test
    void everyFaceIsClosed() {
        MineSite site = mine(2).build();

        assertThat(idle(site, all(site), closed(true, false)).unmet())
                .containsExactly("F-S1 is closed: 6000 t are left there");
    }

    @Test
    void everyDumpIsClosed() {
        MineSite site = mine(2).build();

        assertThat(idle(site, all(site), closed(false, true)).unmet())
                .containsExactly(NOTHING + "C1 is closed");
    }

    @Test
    void noLoadingUnitDigsTheMaterial() {
        MineSite site = mine(2).digPlan(DigPlan.of(face("F-S1", Material.WASTE, 500))).build();

        assertThat(idle(site, all(site)).unmet())
                .containsExactly(
                        "F-S1 (waste, priority 1): 0 of 500 t/h, short by 500 t/h: no loading unit"
                                + " digs waste there");
    }

    @Test
    void noDumpAcceptsTheMaterial() {
        MineSite site =
                FlatMine.oneRoad()
                        .unit("W1", Material.WASTE, 10_000)
                        .road("F-W1", "C1", 1_900)
                        .target(0, 500)
                        .trucks(2, FlatMine.LARGE, "S1", "C1")
                        .build();

        assertThat(idle(site, all(site)).unmet())
                .containsExactly(
                        "F-W1 (waste, priority 1): 0 of 500 t/h, short by 500 t/h: no dump accepts"
                                + " its material");
    }

    @Test
    void theLoadingUnitCannotLoadTheTrucks() {
        MineSite site = mine(2).build();
        FleetSituation situation =
                new FleetSituation(
                        site.site(),
                        FlatMine.AT,
                        List.of(),
                        List.of(),
                        all(site).trucks(),
                        Map.of("S1", Double.NaN),
                        0);

        assertThat(idle(site, situation).unmet())
                .containsExactly(NOTHING + "S1 cannot load the trucks");
    }

    @Test
    void aDumpThatHasReceivedItsTonnes() {
        MineSite site =
                mine(2).digPlan(
                                new DigPlan(
                                        12,
                                        List.of(face("F-S1", Material.ORE, 500)),
                                        List.of(new DumpTarget("C1", Material.ORE, 600)),
                                        DigPlan.GradeBand.ANY))
                        .build();
        WorkLeft work = WorkLeft.of(site.digPlan(), 6, face -> 0, (dump, material) -> 600);

        assertThat(idle(site, all(site).withWorkLeft(work)).unmet())
                .containsExactly(
                        "F-S1 (ore, priority 1): 0 of 1000 t/h, short by 1000 t/h: C1 has received"
                                + " its tonnes");
    }

    private static OpenWork closed(boolean faces, boolean dumps) {
        return new OpenWork() {
            @Override
            public boolean open(String faceId) {
                return !faces;
            }

            @Override
            public boolean open(String dumpId, Material material) {
                return !dumps;
            }
        };
    }
}
