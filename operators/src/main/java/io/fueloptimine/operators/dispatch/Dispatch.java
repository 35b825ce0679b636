package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.site.MineSites;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The dispatch part of the job graph: reads readings, triggers, evidence of prices and targets,
 * emits plans, assignments, planned savings, alarm signals and answers.
 *
 * @param plans every plan
 * @param assignments one assignment for each truck that becomes free
 * @param savings the planned savings of each plan that has been replaced
 * @param signals the alarm signals of failed solves
 * @param answers one answer for each record of targets
 */
public record Dispatch(
        DataStream<DispatchPlan> plans,
        DataStream<DispatchAssignment> assignments,
        DataStream<FuelSaving> savings,
        DataStream<ReportedSignal> signals,
        DataStream<TargetAnswer> answers) {

    /**
     * Creates the filter that selects the readings that dispatch uses: changes of state, replies
     * and some fuel levels of the trucks and loading units that the mine files name.
     */
    public static FilterFunction<Reading> readingsOf(MineSites mines) {
        return new DispatchReadings(mines);
    }

    /**
     * Adds the operators that follow the fleet, solve plans and assign trucks.
     *
     * @param readings the readings that {@link #readingsOf} selects
     * @param triggers the requests for plans, those because of drift excepted
     * @param scores scored fuel windows, from which the ratios of trucks are learned
     * @param drifts drifts of trucks, which change the ratios at once and request a plan
     * @param roadExcess what road segments cost beyond what is expected
     * @param targets records of the topic {@code dispatch.targets} as texts
     * @param planners creates the planner, such as {@link SitePlanner.Factory#priced}
     */
    public static Dispatch of(
            DataStream<Reading> readings,
            DataStream<PlanTrigger> triggers,
            DataStream<ScoredWindow> scores,
            DataStream<DriftEvent> drifts,
            DataStream<RoadExcess> roadExcess,
            DataStream<String> targets,
            SitePlanner.Factory planners,
            MineSites mines,
            DispatchSettings settings) {
        SingleOutputStreamOperator<DispatchTarget> valid =
                targets.process(new CheckTargets(mines))
                        .returns(DispatchTarget.class)
                        .uid("check-targets")
                        .name("Check targets");
        SingleOutputStreamOperator<DispatchAssignment> assignments =
                readings.keyBy(Reading::site)
                        .connect(
                                inputs(
                                                triggers(mines, triggers, drifts),
                                                valid,
                                                PickPriceEvidence.of(
                                                        scores, drifts, roadExcess, mines))
                                        .keyBy(SiteInput::site))
                        .transform(
                                "Plan the fleet and assign trucks",
                                TypeInformation.of(DispatchAssignment.class),
                                new PlanAndAssign(mines, settings, planners))
                        .uid("plan-and-assign");
        DataStream<DispatchPlan> plans = assignments.getSideOutput(PlanAndAssign.PLANS);
        DataStream<FuelSaving> savings =
                plans.keyBy(DispatchPlan::site)
                        .process(new EmitPlannedSavings(mines))
                        .uid("state-planned-savings")
                        .name("Book planned savings");
        return new Dispatch(
                plans,
                assignments,
                savings,
                assignments.getSideOutput(PlanAndAssign.SIGNALS),
                valid.getSideOutput(CheckTargets.REFUSALS)
                        .union(assignments.getSideOutput(PlanAndAssign.ANSWERS)));
    }

    private static DataStream<PlanTrigger> triggers(
            MineSites mines, DataStream<PlanTrigger> triggers, DataStream<DriftEvent> drifts) {
        return triggers.union(
                        drifts.map(PlanTrigger::of)
                                .returns(PlanTrigger.class)
                                .uid("drift-triggers")
                                .name("Plan again after drift"))
                .filter(trigger -> mines.mine(trigger.site()).isPresent())
                .uid("dispatch-triggers")
                .name("Pick plan triggers of known sites");
    }

    private static DataStream<SiteInput> inputs(
            DataStream<PlanTrigger> triggers,
            DataStream<DispatchTarget> targets,
            DataStream<PriceEvidence> evidence) {
        return triggers.map(SiteInput::of)
                .returns(SiteInput.class)
                .uid("trigger-inputs")
                .name("Pass triggers on")
                .union(
                        targets.map(SiteInput::of)
                                .returns(SiteInput.class)
                                .uid("target-inputs")
                                .name("Pass targets on"),
                        evidence.map(SiteInput::of)
                                .returns(SiteInput.class)
                                .uid("evidence-inputs")
                                .name("Pass evidence of prices on"));
    }
}
