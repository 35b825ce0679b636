package io.fueloptimine.operators.ledger;

import io.fueloptimine.models.dispatch.ledger.BaselinePeriods;
import io.fueloptimine.models.dispatch.ledger.ShiftTimes;
import io.fueloptimine.models.dispatch.ledger.ShiftWork;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The ledger of measured savings as part of a job graph: reads haul cycles and scored windows, and
 * emits an entry for each shift of each site that has a baseline period.
 *
 * @param shifts one entry for each shift of a site
 * @param savings the litres of each measured shift, by lever
 * @param late windows and cycles that arrived after their shift was closed
 */
public record Ledger(
        DataStream<LedgerShift> shifts,
        DataStream<FuelSaving> savings,
        DataStream<QualityRecord> late) {

    /**
     * Adds the ledger to a job.
     *
     * @param lateness the allowed lateness with which windows and cycles were made
     */
    public static Ledger of(
            DataStream<HaulCycle> cycles,
            DataStream<ScoredWindow> windows,
            MineSites mines,
            BaselinePeriods periods,
            LedgerSettings settings,
            Duration lateness) {
        SingleOutputStreamOperator<ShiftWork> trucks =
                cycles.keyBy(HaulCycle::machineKey)
                        .connect(windows.keyBy(ScoredWindow::machineKey))
                        .process(new TruckShifts(shiftTimes(mines, periods, settings), lateness))
                        .uid("truck-shifts")
                        .name("Add up each truck's shift");
        SingleOutputStreamOperator<LedgerShift> shifts =
                trucks.keyBy(ShiftWork::site)
                        .process(new MeasureSavings(mines, periods, settings))
                        .uid("measure-savings")
                        .name("Measure savings against the baseline period");
        return new Ledger(
                shifts,
                shifts.getSideOutput(MeasureSavings.SAVINGS),
                trucks.getSideOutput(TruckShifts.LATE));
    }

    private static Map<String, ShiftTimes> shiftTimes(
            MineSites mines, BaselinePeriods periods, LedgerSettings settings) {
        Map<String, ShiftTimes> times = new HashMap<>();
        periods.bySite()
                .keySet()
                .forEach(
                        site ->
                                mines.mine(site)
                                        .ifPresent(
                                                mine ->
                                                        times.put(
                                                                site,
                                                                ShiftTimes.of(
                                                                        settings.shiftStartHour(),
                                                                        mine.digPlan()
                                                                                .shiftHours()))));
        return times;
    }
}
