package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.idle.ShutdownRules;
import io.fueloptimine.models.dispatch.idle.TruckWait;
import io.fueloptimine.models.dispatch.idle.WaitTimes;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Advises drivers of waiting trucks to switch their engines off ({@link ShutdownRules}). Each wait
 * has at most one advice. The advice is emitted again when the engine goes off or on, and when the
 * wait is over. Waiting trucks are examined every 30 s of event time.
 *
 * <p>Key both streams by site. State per site: what is known of each truck, which expires after a
 * week without news of the truck, and the lengths of the newest waits, which expire after 30 days.
 * Only trucks of the mine files have state. Metrics: {@code shutdownsAdvised}, {@code
 * shutdownsFollowed}, {@code shutdownsWithdrawn}, {@code statesTooOld} (older than the latest one
 * of their truck).
 */
final class AdviseShutdown
        extends KeyedCoProcessFunction<String, Reading, FuelWindow, ShutdownAdvice> {

    private static final long serialVersionUID = 1L;
    private static final Duration TRUCK_RETENTION = Duration.ofDays(7);
    private static final Duration TIMES_RETENTION = Duration.ofDays(30);
    private static final long EVERY_MS = 30_000;

    private final MineSites mines;
    private final AdviceSettings settings;

    private transient Map<String, ShutdownRules> rules;
    private transient MapState<String, TruckWait> trucks;
    private transient MapState<StopReason, List<Double>> times;
    private transient Counter advised;
    private transient Counter followed;
    private transient Counter withdrawn;
    private transient Counter statesTooOld;

    AdviseShutdown(MineSites mines, AdviceSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        rules = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) ->
                                rules.put(site, new ShutdownRules(mine, settings.shutdown())));
        MapStateDescriptor<String, TruckWait> waits =
                new MapStateDescriptor<>("truck-waits", Types.STRING, Types.POJO(TruckWait.class));
        waits.enableTimeToLive(StateTtlConfig.newBuilder(TRUCK_RETENTION).build());
        trucks = getRuntimeContext().getMapState(waits);
        MapStateDescriptor<StopReason, List<Double>> lengths =
                new MapStateDescriptor<>(
                        "wait-times", Types.ENUM(StopReason.class), Types.LIST(Types.DOUBLE));
        lengths.enableTimeToLive(StateTtlConfig.newBuilder(TIMES_RETENTION).build());
        times = getRuntimeContext().getMapState(lengths);
        advised = getRuntimeContext().getMetricGroup().counter("shutdownsAdvised");
        followed = getRuntimeContext().getMetricGroup().counter("shutdownsFollowed");
        withdrawn = getRuntimeContext().getMetricGroup().counter("shutdownsWithdrawn");
        statesTooOld = getRuntimeContext().getMetricGroup().counter("statesTooOld");
    }

    @Override
    public void processElement1(Reading reading, Context context, Collector<ShutdownAdvice> out)
            throws Exception {
        ShutdownRules ofSite = rules.get(reading.site());
        if (!settings.advisesShutdown() || ofSite == null || !ofSite.concerns(reading)) {
            return;
        }
        TruckWait before = trucks.get(reading.machineId());
        TruckWait after = ofSite.after(before, reading);
        if (after.equals(before)) {
            statesTooOld.inc();
            return;
        }
        trucks.put(reading.machineId(), after);
        OptionalDouble endedS = ShutdownRules.endedS(before, after);
        if (endedS.isPresent()) {
            times.put(
                    before.reason(),
                    knownTimes()
                            .with(
                                    before.reason(),
                                    endedS.getAsDouble(),
                                    settings.shutdown().knownWaits())
                            .seconds()
                            .get(before.reason()));
        }
        ShutdownRules.withdrawn(before, after)
                .ifPresent(
                        advice -> {
                            withdrawn.inc();
                            out.collect(advice);
                        });
        if (after.waits()) {
            examineAfter(after.at().toEpochMilli(), context);
        }
    }

    @Override
    public void processElement2(FuelWindow minute, Context context, Collector<ShutdownAdvice> out)
            throws Exception {
        TruckWait before = rules.containsKey(minute.site()) ? trucks.get(minute.machineId()) : null;
        if (before == null) {
            return;
        }
        TruckWait after = rules.get(minute.site()).after(before, minute);
        if (after.equals(before)) {
            return;
        }
        trucks.put(minute.machineId(), after);
        if (after.advice() != null) {
            if (after.engineOffAt() != null) {
                followed.inc();
            }
            out.collect(after.advice());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ShutdownAdvice> out)
            throws Exception {
        ShutdownRules ofSite = rules.get(context.getCurrentKey());
        if (ofSite == null || !settings.advisesShutdown()) {
            return;
        }
        boolean othersWait = false;
        WaitTimes known = knownTimes();
        Map<String, TruckWait> now = new HashMap<>();
        for (Map.Entry<String, TruckWait> truck : trucks.entries()) {
            TruckWait wait = truck.getValue();
            Optional<ShutdownAdvice> due =
                    ofSite.due(truck.getKey(), wait, known, Instant.ofEpochMilli(timestamp));
            if (due.isPresent()) {
                now.put(truck.getKey(), wait.advised(due.get()));
                advised.inc();
                out.collect(due.get());
            } else {
                othersWait |= wait.waits() && wait.advice() == null;
            }
        }
        trucks.putAll(now);
        // At the end of the input a new timer would fire immediately, again and again.
        if (othersWait && context.timerService().currentWatermark() < Long.MAX_VALUE) {
            examineAfter(timestamp, context);
        }
    }

    /** All trucks of a site share the timers, which are on whole half minutes. */
    private static void examineAfter(long timeMs, Context context) {
        context.timerService()
                .registerEventTimeTimer(Math.floorDiv(timeMs, EVERY_MS) * EVERY_MS + EVERY_MS);
    }

    private WaitTimes knownTimes() throws Exception {
        Map<StopReason, List<Double>> known = new HashMap<>();
        for (Map.Entry<StopReason, List<Double>> ofReason : times.entries()) {
            known.put(ofReason.getKey(), ofReason.getValue());
        }
        return new WaitTimes(known);
    }
}
