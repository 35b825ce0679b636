package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.plan.TargetPlans.oreFarWasteNear;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.plan;
import static io.fueloptimine.models.dispatch.plan.TargetPlans.situation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.price.MachineRatio;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which trucks park or get the short hauls. */
class PlannedTrucksTest {

    @Test
    void parksTheTruckThatBurnsMoreFirstAndSaysWhy() {
        MineSite site = oreFarWasteNear(4).target(1_450, 0).build();
        FleetSituation drifted = situation(site).with(ratios(Map.of("T2", 1.2)));

        List<PlannedTruck> trucks = plan(site, drifted).trucks();

        assertThat(trucks)
                .extracting(PlannedTruck::inService)
                .containsExactly(true, false, true, true);
        assertThat(trucks.get(1).reason())
                .isEqualTo(
                        "not needed: the plan needs 3 of 4 trucks of class 930E; it burns 20 % more"
                                + " than its class");
        assertThat(trucks.get(0).faceId()).isEqualTo("F-S1");
    }

    @Test
    void givesTheTruckThatBurnsMoreTheShortHaul() {
        MineSite site = oreFarWasteNear(4).target(2_000, 1_280).build();
        FleetSituation drifted = situation(site).with(ratios(Map.of("T2", 1.2)));

        DispatchPlan plan = plan(site, drifted);

        assertThat(plan.trucks()).allMatch(PlannedTruck::inService);
        assertThat(plan.trucks().get(1).faceId()).isEqualTo("F-W1");
        assertThat(plan.trucks().get(1).reason()).endsWith("it burns 20 % more than its class");
    }

    private static PriceCorrections ratios(Map<String, Double> byTruck) {
        Map<String, MachineRatio.Estimate> estimates = new TreeMap<>();
        byTruck.forEach(
                (truck, ratio) -> estimates.put(truck, new MachineRatio.Estimate(ratio, 0, false)));
        return new PriceCorrections("made up", estimates, Map.of(), List.of());
    }
}
