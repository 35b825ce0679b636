package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.price.MachineRatios;
import io.fueloptimine.models.dispatch.price.PriceSettings;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan of the over-trucked mine before and after the drift of a truck that works. */
class DriftedTruckPlanTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes-overtrucked.yaml"));

    private final FleetPlanner planner =
            new FleetPlanner(MINE, PlannerSettings.DEFAULT.withMaxNodes(200));
    private final DispatchPlan healthy = planOf(new MachineRatios(PriceSettings.DEFAULT));

    @Test
    void aTruckThatBurnsMoreIsParkedFirstAndThePlanSaysWhy() {
        String truckId = aWorkingTruckWithASpareOfItsClass();

        DispatchPlan drifted = planOf(ratiosAfterDrift(truckId, 0.2));

        assertThat(drifted.prices().truckRatios()).isEqualTo(Map.of(truckId, 1.2));
        assertThat(of(healthy, truckId).inService()).isTrue();
        assertThat(of(drifted, truckId).inService()).isFalse();
        assertThat(of(drifted, truckId).reason()).contains("burns 20 % more than its class");
        assertThat(drifted.unmet()).isEqualTo(healthy.unmet());
        assertThat(working(drifted)).hasSameSizeAs(working(healthy));
    }

    @Test
    void aTruckThatBurnsFarTooMuchGoesToTheWorkshop() {
        String truckId = aWorkingTruckWithASpareOfItsClass();

        DispatchPlan drifted = planOf(ratiosAfterDrift(truckId, 0.6));

        assertThat(of(drifted, truckId).inService()).isFalse();
        assertThat(of(drifted, truckId).reason())
                .isEqualTo("to the workshop; it burns 60 % more than its class");
    }

    private String aWorkingTruckWithASpareOfItsClass() {
        return working(healthy).stream()
                .filter(id -> healthy.trucksParked().getOrDefault(classOf(id), 0) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static String classOf(String truckId) {
        return MINE.truck(truckId).orElseThrow().className();
    }

    private static List<String> working(DispatchPlan plan) {
        return plan.trucks().stream()
                .filter(PlannedTruck::inService)
                .map(PlannedTruck::truckId)
                .toList();
    }

    private static PlannedTruck of(DispatchPlan plan, String truckId) {
        return plan.trucks().stream()
                .filter(truck -> truck.truckId().equals(truckId))
                .findFirst()
                .orElseThrow();
    }

    private static MachineRatios ratiosAfterDrift(String truckId, double meanAfter) {
        MachineRatios ratios = new MachineRatios(PriceSettings.DEFAULT);
        ratios.accept(
                new DriftEvent(
                        "d",
                        MINE.site(),
                        truckId,
                        DriftDetector.ADWIN,
                        "residualRatio",
                        AT.minusSeconds(60),
                        0,
                        meanAfter,
                        100,
                        15,
                        "1"));
        return ratios;
    }

    private DispatchPlan planOf(MachineRatios ratios) {
        return planner.plan(
                FleetSituation.allReady(MINE, AT).with(ratios.at(AT)),
                new PlanTrigger(MINE.site(), PlanCause.CLOCK, null, AT));
    }
}
