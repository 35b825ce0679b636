package io.fueloptimine.operators.cycle;

import io.fueloptimine.models.cycle.CycleBuilder;
import io.fueloptimine.models.cycle.CycleEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.quality.hour.LateReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Builds each truck's load-haul-dump-return cycles from the truck's changes of state and telemetry.
 * Cycles that a fleet management system recorded are passed on unchanged. Key the stream by {@link
 * Reading#machineKey}.
 *
 * <p>Events are buffered, in groups of one minute, until the watermark is past them by the allowed
 * lateness, so that messages delayed by radio shadow are processed in order. A cycle is therefore
 * emitted later than its end by the allowed lateness. Changes of state that arrive still later are
 * emitted on {@link #LATE}. Telemetry that arrives still later is reported by the fuel windows,
 * which have the same allowed lateness.
 *
 * <p>{@code hangS}, the waiting time of the loading unit, is 0 for these cycles, because it needs
 * the loading unit's readings. The fuel of a cycle is null when there is no counter reading near
 * the beginning or the end of the cycle.
 *
 * <p>State expires after two weeks without readings of the truck. Metrics: {@code cycles}, {@code
 * cyclesPassed} (cycles recorded by fleet management systems), {@code incompleteCycles}, {@code
 * lateStates}.
 */
public final class HaulCycles extends KeyedProcessFunction<String, Reading, HaulCycle> {

    /** The side output for changes of state that arrived too late for their cycle. */
    public static final OutputTag<QualityRecord> LATE =
            new OutputTag<>("too-late-for-cycle") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 2L;
    private static final long MINUTE_MILLIS = 60_000;
    private static final Duration RETENTION = Duration.ofDays(14);
    private static final String LATE_RULE = "too-late-for-cycle";

    private final long latenessMillis;

    private transient MapState<Long, List<CycleEvent>> buffered;
    private transient ValueState<CycleBuilder> builders;
    private transient Counter cycles;
    private transient Counter cyclesPassed;
    private transient Counter incompleteCycles;
    private transient Counter lateStates;

    /**
     * @param lateness the allowed lateness, event time
     */
    public HaulCycles(Duration lateness) {
        latenessMillis = lateness.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        buffered =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "buffered-events",
                                        Types.LONG,
                                        Types.LIST(TypeInformation.of(CycleEvent.class))));
        ValueStateDescriptor<CycleBuilder> builder =
                new ValueStateDescriptor<>("cycle-builder", CycleBuilder.class);
        builder.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        builders = getRuntimeContext().getState(builder);
        cycles = getRuntimeContext().getMetricGroup().counter("cycles");
        cyclesPassed = getRuntimeContext().getMetricGroup().counter("cyclesPassed");
        incompleteCycles = getRuntimeContext().getMetricGroup().counter("incompleteCycles");
        lateStates = getRuntimeContext().getMetricGroup().counter("lateStates");
    }

    @Override
    public void processElement(Reading reading, Context context, Collector<HaulCycle> out)
            throws Exception {
        if (reading.stream() == ReadingStream.CYCLE) {
            cyclesPassed.inc();
            out.collect(withFlags(reading));
        } else if (CycleEvent.isCycleInput(reading)) {
            buffer(reading, context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<HaulCycle> out)
            throws Exception {
        long minute = timestamp + 1 - latenessMillis - MINUTE_MILLIS;
        List<CycleEvent> events = buffered.get(minute);
        buffered.remove(minute);
        if (events == null) {
            return;
        }
        String key = context.getCurrentKey();
        String site = key.substring(0, key.indexOf('/'));
        String truckId = key.substring(site.length() + 1);
        CycleBuilder builder = builders.value() == null ? new CycleBuilder() : builders.value();
        long incompleteBefore = builder.incomplete;
        builder.addAll(events, site, truckId).forEach(cycle -> emit(cycle, out));
        incompleteCycles.inc(builder.incomplete - incompleteBefore);
        builders.update(builder);
    }

    private void buffer(Reading reading, Context context) throws Exception {
        long minute = Math.floorDiv(reading.time().toEpochMilli(), MINUTE_MILLIS) * MINUTE_MILLIS;
        long due = minute + MINUTE_MILLIS + latenessMillis - 1;
        if (due <= context.timerService().currentWatermark()) {
            reportLate(reading, context);
            return;
        }
        List<CycleEvent> events = buffered.get(minute);
        if (events == null) {
            events = new ArrayList<>();
            context.timerService().registerEventTimeTimer(due);
        }
        events.add(CycleEvent.of(reading));
        buffered.put(minute, events);
    }

    private void emit(HaulCycle cycle, Collector<HaulCycle> out) {
        cycles.inc();
        out.collect(cycle);
    }

    private void reportLate(Reading reading, Context context) {
        if (reading.stream() != ReadingStream.STATE) {
            return;
        }
        lateStates.inc();
        Duration lateness = Duration.ofMillis(latenessMillis);
        context.output(LATE, LateReading.record(reading, LATE_RULE, lateness));
    }

    private static HaulCycle withFlags(Reading reading) {
        HaulCycle cycle = reading.cycle();
        List<String> flags =
                reading.flags().stream().filter(flag -> !flag.equals(Reading.REPLAYED)).toList();
        return flags.isEmpty() ? cycle : cycle.withFlags(flags);
    }
}
