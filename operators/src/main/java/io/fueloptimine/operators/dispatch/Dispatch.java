package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.FuelSaving;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.Reading;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * Dispatch's part of the graph: readings and triggers in; plans, assignments and planned savings
 * out.
 *
 * @param plans every plan, as it was solved
 * @param assignments one per truck that freed up
 * @param savings what each plan should save, once it was replaced
 */
public record Dispatch(
        DataStream<DispatchPlan> plans,
        DataStream<DispatchAssignment> assignments,
        DataStream<FuelSaving> savings) {

    /** Whether dispatch uses this reading of some site: a state, a reply, or a fuel level. */
    public static boolean needs(Reading reading) {
        return reading.reply() != null || DispatchReadings.tellsOfTheFleet(reading);
    }

    /** Wires the two stages: readings followed, plans solved aside, trucks assigned. */
    public static Dispatch of(
            DataStream<Reading> readings,
            DataStream<PlanTrigger> triggers,
            MineSites mines,
            DispatchSettings settings) {
        KeyedStream<Reading, String> fleet =
                readings.filter(new DispatchReadings(mines))
                        .uid("dispatch-readings")
                        .name("Pick readings for dispatch")
                        .keyBy(Reading::site);
        DataStream<PlannedFleet> planned =
                planned(fleet, triggersOf(mines, triggers), mines, settings);
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
                        .process(new BookSavings(mines))
                        .uid("book-planned-savings")
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

    private static DataStream<PlannedFleet> planned(
            KeyedStream<Reading, String> fleet,
            KeyedStream<PlanTrigger, String> triggers,
            MineSites mines,
            DispatchSettings settings) {
        DataStream<PlanRequest> requests =
                fleet.connect(triggers)
                        .process(new FollowFleet(mines, settings))
                        .uid("follow-fleet")
                        .name("Follow the fleet");
        return AsyncDataStream.unorderedWait(
                        requests,
                        new SolvePlans(mines, settings),
                        settings.solverTimeoutMs(),
                        TimeUnit.MILLISECONDS,
                        settings.plansInFlight())
                .uid("solve-plans")
                .name("Solve the fleet's plan");
    }
}
