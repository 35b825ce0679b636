package io.fueloptimine.models.dispatch.assignment;

import static io.fueloptimine.models.dispatch.policy.HandMine.SITE;
import static io.fueloptimine.models.dispatch.policy.HandMine.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The speeds that trucks drove lately, in the plan and in the assignments by it. */
class MeasuredSpeedsTest {

    private static final SegmentSpeed SLOW_TO_CRUSHER =
            new SegmentSpeed("930E", true, "R-C", "H", 10, 20);

    private final TruckDispatch dispatch =
            new TruckDispatch(SITE, FleetSettings.DEFAULT, AssignerSettings.DEFAULT);
    private final DecisionContexts contexts =
            new DecisionContexts(
                    SITE, AssignerSettings.DEFAULT, new RoadHaulModel(SITE), OpenWork.ALL);
    private final TrucksInService trucks =
            new TrucksInService(
                    SITE, AssignerSettings.DEFAULT, new RoadHaulModel(SITE), OpenWork.ALL);

    @Test
    void aPlanSaysHowManySegmentsWerePricedAtMeasuredSpeeds() {
        DispatchPlan measured = plan(List.of(SLOW_TO_CRUSHER));
        DispatchPlan byPhysics = plan(List.of());

        assertThat(measured.prices().speeds()).containsExactly(SLOW_TO_CRUSHER);
        assertThat(measured.prices().measuredSegments()).isEqualTo(1);
        assertThat(byPhysics.prices().measuredSegments()).isZero();
        assertThat(byPhysics.prices().otherSegments())
                .isEqualTo(measured.prices().otherSegments() + 1);
        assertThat(byPhysics.prices().otherSpeeds()).isEqualTo("physics");
    }

    @Test
    void aTruckUnderWayIsExpectedWhenTrucksArriveAtTheMeasuredSpeed() {
        double plainS = freeInS(plan(List.of()));
        double slowS = freeInS(plan(List.of(SLOW_TO_CRUSHER)));

        double byPhysicsS =
                new RoadHaulModel(SITE)
                        .costs(List.of(), 0)
                        .trip(SITE.truckClass("930E"), true, "H", "C")
                        .orElseThrow()
                        .seconds();
        assertThat(slowS - plainS).isCloseTo(1_900 / 10.0 * 3.6 - byPhysicsS, within(1e-6));
    }

    @Test
    void slowerTrucksMoveFewerTonnesPerHour() {
        AssignmentState plain = hauling(plan(List.of()));
        AssignmentState slow = hauling(plan(List.of(SLOW_TO_CRUSHER)));

        double plainTph = trucks.possibleTph(SITE.trucks().get(0), plain);
        assertThat(trucks.possibleTph(SITE.trucks().get(0), slow)).isLessThan(0.95 * plainTph);
        assertThat(trucks.possibleTph(SITE.trucks().get(0), plain)).isEqualTo(plainTph);
    }

    /** Seconds until T1, which has just left its loading unit with a load, is empty. */
    private double freeInS(DispatchPlan plan) {
        return contexts.at(hauling(plan), null, at(40)).outlook().soonFree().get(0).freeInS();
    }

    private AssignmentState hauling(DispatchPlan plan) {
        AssignmentState planned =
                dispatch.afterPlan(AssignmentState.empty(SITE.site()), plan).state();
        AssignmentState loading =
                dispatch.afterReading(planned, HandMine.loading("T1", "S1", "F1", 0), false)
                        .state();
        return dispatch.afterReading(
                        loading,
                        HandMine.truck("T1", ProductionState.HAULING, "F1", null, 30),
                        false)
                .state();
    }

    private static DispatchPlan plan(List<SegmentSpeed> speeds) {
        return new FleetPlanner(SITE, PlannerSettings.DEFAULT.withMaxNodes(200))
                .plan(
                        FleetSituation.allReady(SITE, at(0))
                                .with(PriceCorrections.none().withSpeeds(speeds)),
                        new PlanTrigger(SITE.site(), PlanCause.CLOCK, null, at(0)));
    }
}
