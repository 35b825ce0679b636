package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.SavingLever;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

class DispatchITCase {

    @Test
    void plansAssignsAndBooksOverAStreamOfReadings() throws Exception {
        StreamExecutionEnvironment env = environment();
        Dispatch dispatch =
                Dispatch.of(
                        env.fromData(Reading.class, anHour().toArray(Reading[]::new))
                                .uid("readings")
                                .assignTimestampsAndWatermarks(
                                        WatermarkStrategy.<Reading>forMonotonousTimestamps()
                                                .withTimestampAssigner(
                                                        (reading, before) ->
                                                                reading.time().toEpochMilli()))
                                .uid("times"),
                        env.fromData(
                                        PlanTrigger.class,
                                        new PlanTrigger(
                                                "small",
                                                PlanCause.ROAD_WET,
                                                null,
                                                SmallMine.at(1_000)))
                                .uid("triggers"),
                        env.fromData(ScoredWindow.class, SmallMine.score("T2", 0, 3.3, 3))
                                .uid("scores"),
                        drifts(env),
                        env.fromData(RoadExcess.class, SmallMine.excess("RAMP", 1.2, 0.3))
                                .uid("road-excess"),
                        env.fromData("no target").uid("targets"),
                        SitePlanner.Factory.priced(Path.of("no-registry"), "fuel-window"),
                        SmallMine.SITES,
                        DispatchSettings.defaults());
        CloseableIterator<DispatchPlan> plans = dispatch.plans().collectAsync();
        CloseableIterator<DispatchAssignment> assignments = dispatch.assignments().collectAsync();
        CloseableIterator<FuelSaving> savings = dispatch.savings().collectAsync();
        CloseableIterator<TargetAnswer> answers = dispatch.answers().collectAsync();

        env.execute("dispatch");

        List<DispatchPlan> planned = all(plans);
        assertThat(planned).hasSizeBetween(2, 8).allMatch(plan -> plan.plannedTph() > 0);
        assertThat(planned).extracting(DispatchPlan::planId).doesNotHaveDuplicates();
        assertThat(all(assignments))
                .isNotEmpty()
                .extracting(DispatchAssignment::assignmentId)
                .doesNotHaveDuplicates();
        assertThat(all(answers)).singleElement().matches(answer -> !answer.accepted());
        assertThat(all(savings))
                .extracting(FuelSaving::lever)
                .contains(SavingLever.DISPATCH, SavingLever.PARKED_TRUCKS);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration).setParallelism(1);
    }

    private static DataStream<DriftEvent> drifts(StreamExecutionEnvironment env) {
        return env.fromData(
                        DriftEvent.class,
                        SmallMine.drift("small", "T1", 1_000, 0.2),
                        SmallMine.drift("elsewhere", "X", 1_000, 0.2))
                .uid("drifts");
    }

    private static List<Reading> anHour() {
        List<Reading> readings = new ArrayList<>();
        for (long second = 0; second <= 3_600; second += 300) {
            readings.add(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", second));
            readings.add(SmallMine.truck("T2", ProductionState.DRIVING, "CRUSHER", second + 20));
            readings.add(SmallMine.loading("T3", "S2", "F2", second + 40));
            readings.add(SmallMine.truck("T4", ProductionState.HAULING, "F2", second + 60));
        }
        return readings;
    }

    private static <T> List<T> all(CloseableIterator<T> values) throws Exception {
        List<T> all = new ArrayList<>();
        try (values) {
            values.forEachRemaining(all::add);
        }
        return all;
    }
}
