package io.fueloptimine.operators.ledger;

import io.fueloptimine.models.dispatch.ledger.Baseline;
import io.fueloptimine.models.dispatch.ledger.BaselineFit;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriod;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriods;
import io.fueloptimine.models.dispatch.ledger.MeasuredShift;
import io.fueloptimine.models.dispatch.ledger.RoadMetres;
import io.fueloptimine.models.dispatch.ledger.SavingMeasurement;
import io.fueloptimine.models.dispatch.ledger.ShiftWork;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Adds up the trucks of a site by shift, and measures each shift against the site's baseline
 * period. The baseline is fitted when the first shift after the period is closed. Emits one entry
 * for each shift, and its litres by lever on {@link #SAVINGS}.
 *
 * <p>Key the stream by site. State per site: the shifts of the baseline period, without expiry, and
 * the sum of the open shift, which expires after a week. Metrics: {@code shiftsMeasured}, {@code
 * shiftsNotMeasured}, {@code shiftsOfBaseline}.
 */
final class MeasureSavings extends KeyedProcessFunction<String, ShiftWork, LedgerShift> {

    /** The side output for the litres by lever. */
    static final OutputTag<FuelSaving> SAVINGS =
            new OutputTag<>("measured-savings") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(7);

    private final MineSites mines;
    private final BaselinePeriods periods;
    private final LedgerSettings settings;

    private transient MapState<Long, ShiftWork> open;
    private transient ValueState<Baseline> baseline;
    private transient Map<String, RoadMetres> metres;
    private transient Map<String, BaselineFit> fits;
    private transient Counter measured;
    private transient Counter notMeasured;
    private transient Counter ofBaseline;

    MeasureSavings(MineSites mines, BaselinePeriods periods, LedgerSettings settings) {
        this.mines = mines;
        this.periods = periods;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        MapStateDescriptor<Long, ShiftWork> shifts =
                new MapStateDescriptor<>("open-shifts", Types.LONG, Types.POJO(ShiftWork.class));
        shifts.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        open = getRuntimeContext().getMapState(shifts);
        baseline =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("baseline", Types.POJO(Baseline.class)));
        metres = new HashMap<>();
        fits = new HashMap<>();
        measured = getRuntimeContext().getMetricGroup().counter("shiftsMeasured");
        notMeasured = getRuntimeContext().getMetricGroup().counter("shiftsNotMeasured");
        ofBaseline = getRuntimeContext().getMetricGroup().counter("shiftsOfBaseline");
    }

    @Override
    public void processElement(ShiftWork truck, Context context, Collector<LedgerShift> out)
            throws Exception {
        // Every truck closes a shift at the same event time, with the time of this record.
        long closesAt = context.timestamp() + 1;
        ShiftWork before = open.get(closesAt);
        open.put(closesAt, before == null ? truck : before.plus(truck));
        context.timerService().registerEventTimeTimer(closesAt);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LedgerShift> out)
            throws Exception {
        ShiftWork shift = open.get(timestamp);
        open.remove(timestamp);
        if (shift == null) {
            return;
        }
        MeasuredShift entry = entryOf(shift);
        count(entry.total());
        out.collect(entry.total());
        entry.savings().forEach(saving -> context.output(SAVINGS, saving));
    }

    private MeasuredShift entryOf(ShiftWork shift) throws Exception {
        BaselinePeriod period = periods.of(shift.site()).orElseThrow();
        if (period.contains(shift)) {
            fits.remove(shift.site());
            baseline.update(baselineSoFar().with(shift));
            return SavingMeasurement.baseline(shift);
        }
        if (!period.isBefore(shift)) {
            return SavingMeasurement.notMeasured(
                    shift, "starts before the baseline period or ends after it");
        }
        Optional<BaselineFit> fit = fitOf(shift.site());
        if (fit.isEmpty()) {
            return SavingMeasurement.notMeasured(
                    shift,
                    "the baseline period has "
                            + baselineSoFar().shifts().size()
                            + " shifts with tonnes, expected at least "
                            + settings.minBaselineShifts());
        }
        return new SavingMeasurement(fit.get(), metresOf(shift.site()), settings.minCoverage())
                .of(shift);
    }

    private Optional<BaselineFit> fitOf(String site) throws Exception {
        if (!fits.containsKey(site)) {
            baselineSoFar()
                    .fit(settings.minBaselineShifts(), metresOf(site))
                    .ifPresent(fit -> fits.put(site, fit));
        }
        return Optional.ofNullable(fits.get(site));
    }

    private RoadMetres metresOf(String site) {
        return metres.computeIfAbsent(
                site, known -> new RoadMetres(mines.mine(known).orElseThrow()));
    }

    private Baseline baselineSoFar() throws Exception {
        Baseline state = baseline.value();
        return state == null ? Baseline.EMPTY : state;
    }

    private void count(LedgerShift shift) {
        switch (shift.phase()) {
            case BASELINE -> ofBaseline.inc();
            case MEASURED -> measured.inc();
            case NOT_MEASURED -> notMeasured.inc();
        }
    }
}
