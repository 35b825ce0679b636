package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.FuelSaving;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RoadExcess;
import io.fueloptimine.models.mine.ScoredWindow;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * The dispatch part of the job graph: reads readings and triggers, emits plans, assignments and
 * planned savings.
 *
 * @param plans every plan
 * @param assignments one assignment for each truck that becomes free
 * @param savings the planned savings of each plan that has been replaced
 */
public record Dispatch(
        DataStream<DispatchPlan> plans,
        DataStream<DispatchAssignment> assignments,
        DataStream<FuelSaving> savings) {

    /**
     * Creates the filter that selects the readings that dispatch uses: changes of state, replies
     * and some fuel levels of the trucks and loading units that the mine files name.
     */
    public static FilterFunction<Reading> readingsOf(MineSites mines) {
        return new DispatchReadings(mines);
    }

    /**
     * Adds the operators that follow the fleet, solve plans asynchronously and assign trucks.
     *
     * @param readings the readings that {@link #readingsOf} selects
     * @param triggers the requests for plans, those because of drift excepted
     * @param scores scored fuel windows, from which the ratios of trucks are learned
     * @param drifts drifts of trucks, which change the ratios at once and request a plan
     * @param roadExcess what road segments cost beyond what is expected
     * @param registry the folder of the model registry, readable where the job runs
     * @param modelName the name of the model of fuel windows, which prices trips
     */
    public static Dispatch of(
            DataStream<Reading> readings,
            DataStream<PlanTrigger> triggers,
            DataStream<ScoredWindow> scores,
            DataStream<DriftEvent> drifts,
            DataStream<RoadExcess> roadExcess,
            Path registry,
            String modelName,
            MineSites mines,
            DispatchSettings settings) {
        KeyedStream<Reading, String> fleet = readings.keyBy(Reading::site);
        DataStream<PlanTrigger> driftTriggers =
                drifts.map(PlanTrigger::of)
                        .returns(PlanTrigger.class)
                        .uid("drift-triggers")
                        .name("Plan again after drift");
        DataStream<PlanRequest> requests =
                requests(fleet, triggersOf(mines, triggers.union(driftTriggers)), mines, settings);
        DataStream<PlanRequest> priced =
                requests.keyBy(request -> request.situation().site())
                        .connect(
                                PickPriceEvidence.of(scores, drifts, roadExcess, mines)
                                        .keyBy(PriceEvidence::site))
                        .process(new PricePlans(settings.prices()))
                        .uid("price-plans")
                        .name("Price the trips");
        DataStream<PlannedFleet> planned =
                solved(priced, new SolvePlans(mines, settings, registry, modelName), settings);
        DataStream<DispatchPlan> plans =
                planned.map(PlannedFleet::plan)
                        .returns(DispatchPlan.class)
                        .uid("dispatch-plans")
                        .name("Publish plans");
        DataStream<DispatchAssignment> assignments =
                fleet.connect(planned.keyBy(fleetPlan -> fleetPlan.plan().site()))
                        .process(new AssignTrucks(mines, settings))
                        .uid("assign-trucks")
                        .name("Assign trucks");
        DataStream<FuelSaving> savings =
                plans.keyBy(DispatchPlan::site)
                        .process(new EmitPlannedSavings(mines))
                        .uid("state-planned-savings")
                        .name("Book planned savings");
        return new Dispatch(plans, assignments, savings);
    }

    private static KeyedStream<PlanTrigger, String> triggersOf(
            MineSites mines, DataStream<PlanTrigger> triggers) {
        return triggers.filter(trigger -> mines.mine(trigger.site()).isPresent())
                .uid("dispatch-triggers")
                .name("Pick plan triggers of known sites")
                .keyBy(PlanTrigger::site);
    }

    private static DataStream<PlanRequest> requests(
            KeyedStream<Reading, String> fleet,
            KeyedStream<PlanTrigger, String> triggers,
            MineSites mines,
            DispatchSettings settings) {
        return fleet.connect(triggers)
                .process(new FollowFleet(mines, settings))
                .uid("follow-fleet")
                .name("Follow the fleet");
    }

    private static DataStream<PlannedFleet> solved(
            DataStream<PlanRequest> requests, SolvePlans solver, DispatchSettings settings) {
        return AsyncDataStream.unorderedWait(
                        requests,
                        solver,
                        settings.solverTimeoutMs(),
                        TimeUnit.MILLISECONDS,
                        settings.plansInFlight())
                .uid("solve-plans")
                .name("Solve the fleet's plan");
    }
}
