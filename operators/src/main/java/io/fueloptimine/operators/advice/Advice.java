package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.ledger.ShiftTimes;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The levers beside the routing as part of a job graph. A step that {@link AdviceSettings} switches
 * off stays in the graph and emits nothing, so that a job with other settings restores the state.
 *
 * @param shutdowns advice to switch off the engines of waiting trucks
 * @param payloads operators of loading units whose loads are off target
 * @param outliers machines and operators whose consumption stands out
 * @param late cycles that arrived after the shift of their loading unit was closed
 */
public record Advice(
        DataStream<ShutdownAdvice> shutdowns,
        DataStream<PayloadAdvice> payloads,
        DataStream<ConsumptionOutlier> outliers,
        DataStream<QualityRecord> late) {

    /**
     * Adds the steps to a job.
     *
     * @param readings readings without repeats
     * @param scoresBySite scores keyed by {@link ScoredWindow#site()}
     * @param shiftStartHour an hour of the day (UTC) at which a shift starts
     * @param lateness the allowed lateness with which windows were made
     */
    public static Advice of(
            DataStream<Reading> readings,
            DataStream<FuelWindow> windows,
            DataStream<HaulCycle> cycles,
            KeyedStream<ScoredWindow, String> scoresBySite,
            MineSites mines,
            AdviceSettings settings,
            double shiftStartHour,
            Duration lateness) {
        Map<String, ShiftTimes> shifts = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) ->
                                shifts.put(
                                        site,
                                        ShiftTimes.of(
                                                shiftStartHour, mine.digPlan().shiftHours())));
        SingleOutputStreamOperator<PayloadAdvice> payloads =
                payloads(readings, cycles, mines, shifts, settings);
        return new Advice(
                shutdowns(readings, windows, mines, settings),
                payloads,
                outliers(
                        scoresBySite
                                .process(new SumConsumption(mines, shifts, settings, lateness))
                                .uid("sum-consumption")
                                .name("Add up consumption by machine and operator"),
                        RankConsumption.standard()),
                payloads.getSideOutput(CoachPayload.LATE));
    }

    /**
     * The outliers of sums that the given function ranks. The rankings are distributed by site once
     * more: sums that wait for their ranking are not keyed state, so that a change of parallelism
     * restores them in any subtask.
     */
    static DataStream<ConsumptionOutlier> outliers(
            DataStream<ConsumptionCells> sums, RankConsumption rank) {
        return AsyncDataStream.orderedWait(
                        sums,
                        rank,
                        RankConsumption.TIMEOUT.toMillis(),
                        TimeUnit.MILLISECONDS,
                        RankConsumption.CAPACITY)
                .uid("rank-consumption")
                .name("Rank machines and operators by consumption")
                .keyBy(ConsumptionOutlier::site)
                .process(new PublishOutliers())
                .uid("publish-outliers")
                .name("Pick machines and operators that stand out");
    }

    private static DataStream<ShutdownAdvice> shutdowns(
            DataStream<Reading> readings,
            DataStream<FuelWindow> windows,
            MineSites mines,
            AdviceSettings settings) {
        return readings.filter(reading -> reading.state() != null)
                .uid("pick-states-for-shutdown")
                .name("Pick states")
                .keyBy(Reading::site)
                .connect(windows.keyBy(FuelWindow::site))
                .process(new AdviseShutdown(mines, settings))
                .uid("advise-shutdown")
                .name("Advise to switch engines off");
    }

    private static SingleOutputStreamOperator<PayloadAdvice> payloads(
            DataStream<Reading> readings,
            DataStream<HaulCycle> cycles,
            MineSites mines,
            Map<String, ShiftTimes> shifts,
            AdviceSettings settings) {
        return cycles.filter(cycle -> CoachPayload.namesUnit(cycle, mines))
                .uid("pick-loads")
                .name("Pick loads of known loading units")
                .keyBy(cycle -> MachineKey.textOf(cycle.site(), cycle.loadingUnitId()))
                .connect(
                        readings.filter(reading -> CoachPayload.tellsOperator(reading, mines))
                                .uid("pick-unit-states")
                                .name("Pick states of loading units")
                                .keyBy(Reading::machineKey))
                .process(new CoachPayload(mines, shifts, settings))
                .uid("coach-payload")
                .name("Compare payloads with the nominal payload");
    }
}
