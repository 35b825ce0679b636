package io.fueloptimine.operators.cycle;

import io.fueloptimine.models.cycle.CycleBuilder;
import io.fueloptimine.models.cycle.CycleEvent;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.operators.window.LateReading;
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
 * Builds each truck's load-haul-dump-return cycles from its changes of state and its telemetry, and
 * passes through the cycles that a fleet system recorded itself. Key the stream by {@link
 * Reading#machineKey}.
 *
 * <p>Events wait, a minute together, until the watermark is a hold-back beyond them, so that what a
 * radio shadow held back falls into its place; a cycle is therefore told that much after its end. A
 * change of state that comes later still leaves on {@link #LATE}; of telemetry that late the fuel
 * windows tell, which wait as long. How long the loading unit had waited ({@code hangS}) is another
 * machine's story and stays 0 for these cycles. Their litres are null where the fuel counter was
 * silent about the beginning or the end.
 *
 * <p>Forgets a truck that was silent for two weeks. Metrics: {@code cycles}, {@code cyclesPassed}
 * (of fleet systems), {@code incompleteCycles}, {@code lateStates}.
 */
public final class HaulCycles extends KeyedProcessFunction<String, Reading, HaulCycle> {

    /** Changes of state that came too late for their cycle. */
    public static final OutputTag<QualityRecord> LATE =
            new OutputTag<>("too-late-for-cycle") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 2L;
    private static final long MINUTE_MILLIS = 60_000;
    private static final Duration MEMORY = Duration.ofDays(14);
    private static final String LATE_RULE = "too-late-for-cycle";

    private final long holdBackMillis;

    private transient MapState<Long, List<CycleEvent>> waiting;
    private transient ValueState<CycleBuilder> logs;
    private transient Counter cycles;
    private transient Counter cyclesPassed;
    private transient Counter incompleteCycles;
    private transient Counter lateStates;

    /** Holds back by so much event time. */
    public HaulCycles(Duration holdBack) {
        holdBackMillis = holdBack.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting-events",
                                        Types.LONG,
                                        Types.LIST(TypeInformation.of(CycleEvent.class))));
        ValueStateDescriptor<CycleBuilder> log =
                new ValueStateDescriptor<>("truck-log", CycleBuilder.class);
        log.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
        logs = getRuntimeContext().getState(log);
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
        } else if (CycleEvent.isTrucksWay(reading)) {
            hold(reading, context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<HaulCycle> out)
            throws Exception {
        long minute = timestamp + 1 - holdBackMillis - MINUTE_MILLIS;
        List<CycleEvent> events = waiting.get(minute);
        waiting.remove(minute);
        if (events == null) {
            return;
        }
        String key = context.getCurrentKey();
        String site = key.substring(0, key.indexOf('/'));
        String truckId = key.substring(site.length() + 1);
        CycleBuilder log = logs.value() == null ? new CycleBuilder() : logs.value();
        long incompleteBefore = log.incomplete;
        log.addAll(events, site, truckId).forEach(cycle -> tell(cycle, out));
        incompleteCycles.inc(log.incomplete - incompleteBefore);
        logs.update(log);
    }

    private void hold(Reading reading, Context context) throws Exception {
        long minute = Math.floorDiv(reading.time().toEpochMilli(), MINUTE_MILLIS) * MINUTE_MILLIS;
        long due = minute + MINUTE_MILLIS + holdBackMillis - 1;
        if (due <= context.timerService().currentWatermark()) {
            tellLate(reading, context);
            return;
        }
        List<CycleEvent> events = waiting.get(minute);
        if (events == null) {
            events = new ArrayList<>();
            context.timerService().registerEventTimeTimer(due);
        }
        events.add(CycleEvent.of(reading));
        waiting.put(minute, events);
    }

    private void tell(HaulCycle cycle, Collector<HaulCycle> out) {
        cycles.inc();
        out.collect(cycle);
    }

    private void tellLate(Reading reading, Context context) {
        if (reading.stream() != ReadingStream.STATE) {
            return;
        }
        lateStates.inc();
        Duration holdBack = Duration.ofMillis(holdBackMillis);
        context.output(LATE, LateReading.record(reading, LATE_RULE, holdBack));
    }

    private static HaulCycle withFlags(Reading reading) {
        HaulCycle cycle = reading.cycle();
        List<String> flags =
                reading.flags().stream().filter(flag -> !flag.equals(Reading.REPLAYED)).toList();
        return flags.isEmpty() ? cycle : cycle.withFlags(flags);
    }
}
