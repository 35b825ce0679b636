package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.residual.DriftSettings;
import io.fueloptimine.models.drift.residual.FleetDriftSettings;
import io.fueloptimine.models.drift.residual.GroupDrift;
import io.fueloptimine.models.drift.residual.GroupDriftState;
import io.fueloptimine.models.drift.residual.ResidualChange;
import io.fueloptimine.models.drift.residual.ResidualDrifts;
import io.fueloptimine.models.drift.residual.SiteDrift;
import io.fueloptimine.models.drift.residual.TruckDrift;
import io.fueloptimine.models.drift.residual.TruckDriftState;
import io.fueloptimine.models.drift.residual.TruckWindow;
import io.fueloptimine.models.drift.residual.Work;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/**
 * Detects lasting changes of the residual ratio (residual over expected litres) of trucks, of truck
 * classes and of the fleet. Key the stream by site: a truck is compared with its own past after
 * what the fleet burns too much at the same time is subtracted, so that rain on all roads is one
 * event of the fleet and not one of each truck.
 *
 * <p>{@link TruckDrift} and {@link SiteDrift} describe the detection. The reference of a truck is
 * what it burnt in its first windows after the arrival of a model version. Only the first revision
 * of windows of haul trucks with enough expected fuel is used: the expected fuel of an auxiliary
 * machine is a mean over its duties. For a truck that was worn before its first window there is no
 * earlier mean to compare with; the alarm EXCESS_FUEL covers this case.
 *
 * <p>A new model version ends all drifts of the site and all learning begins anew. Windows of the
 * replaced version that arrive within half an hour are left out. Windows are used when the
 * watermark has reached their end, in the order of the trucks, so that the result does not depend
 * on the order in which subtasks score them. State per site: one entry per truck and class, which
 * expires after 30 days without windows. Metrics: {@code driftsFound}, {@code fleetDriftsFound}.
 */
public final class DetectDrift extends KeyedProcessFunction<String, ScoredWindow, DriftEvent> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final long REPLACED_MODEL_MS = Duration.ofMinutes(30).toMillis();

    /** Speed below which a truck stands for most of the window, km/h. */
    private static final double STANDING_KPH = 0.5;

    /** Payload above which a truck is loaded, t. */
    private static final double LOADED_T = 30;

    private final DriftSettings settings;
    private final FleetDriftSettings fleetSettings;
    private transient SiteDrift siteDrift;
    private transient MapState<String, TruckDriftState> trucks;
    private transient MapState<String, GroupDriftState> groups;
    private transient MapState<Long, List<ScoredWindow>> waiting;
    private transient ValueState<SiteDriftState> site;
    private transient Counter driftsFound;
    private transient Counter fleetDriftsFound;

    public DetectDrift(DriftSettings settings, FleetDriftSettings fleetSettings) {
        this.settings = settings;
        this.fleetSettings = fleetSettings;
    }

    @Override
    public void open(OpenContext context) {
        siteDrift = new SiteDrift(fleetSettings);
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting-windows",
                                        Types.LONG,
                                        Types.LIST(TypeInformation.of(ScoredWindow.class))));
        trucks = map("truck-drift", Types.POJO(TruckDriftState.class));
        groups = map("group-drift", Types.POJO(GroupDriftState.class));
        ValueStateDescriptor<SiteDriftState> descriptor =
                new ValueStateDescriptor<>("site-drift", Types.POJO(SiteDriftState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        site = getRuntimeContext().getState(descriptor);
        driftsFound = getRuntimeContext().getMetricGroup().counter("driftsFound");
        fleetDriftsFound = getRuntimeContext().getMetricGroup().counter("fleetDriftsFound");
    }

    private <T> MapState<String, T> map(String name, TypeInformation<T> type) {
        MapStateDescriptor<String, T> descriptor =
                new MapStateDescriptor<>(name, Types.STRING, type);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        return getRuntimeContext().getMapState(descriptor);
    }

    /** Keeps a window until all windows of the same minute have arrived. */
    @Override
    public void processElement(ScoredWindow score, Context context, Collector<DriftEvent> out)
            throws Exception {
        if (!isUsable(score)) {
            return;
        }
        long endMs = score.window().end().toEpochMilli();
        List<ScoredWindow> sameEnd = waiting.get(endMs);
        sameEnd = sameEnd == null ? new ArrayList<>() : sameEnd;
        sameEnd.add(score);
        waiting.put(endMs, sameEnd);
        context.timerService().registerEventTimeTimer(endMs);
        context.timerService().registerEventTimeTimer(endOfBlock(endMs));
    }

    /** Uses the windows of a minute in the order of the trucks, and ends a block of the groups. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DriftEvent> out)
            throws Exception {
        List<ScoredWindow> windows = waiting.get(timestamp);
        if (windows != null) {
            waiting.remove(timestamp);
            windows.sort(Comparator.comparing(ScoredWindow::machineId));
            for (ScoredWindow score : windows) {
                if (isOfPresentModel(score, out)) {
                    add(score, out);
                }
            }
        }
        if (endOfBlock(timestamp) == timestamp && site.value() != null) {
            endBlock(context.getCurrentKey(), timestamp, out);
        }
    }

    private void add(ScoredWindow score, Collector<DriftEvent> out) throws Exception {
        String machineId = score.machineId();
        TruckDriftState before = trucks.get(machineId);
        TruckDrift truck =
                new TruckDrift(
                        settings,
                        before == null
                                ? TruckDriftState.empty(score.window().equipmentClass(), settings)
                                : before);
        GroupDriftState fleet = groups.get(SiteDrift.FLEET);
        Optional<ResidualChange> change =
                truck.add(windowOf(score), fleet == null ? 0 : fleet.recent());
        if (change.isPresent()) {
            driftsFound.inc();
            out.collect(
                    drifts(score.site())
                            .ofTruck(machineId, change.get(), truck, score.window().end()));
        }
        trucks.put(machineId, truck.state());
    }

    private void endBlock(String siteName, long timestamp, Collector<DriftEvent> out)
            throws Exception {
        Map<String, TruckDrift> known = new TreeMap<>();
        for (Map.Entry<String, TruckDriftState> entry : trucks.entries()) {
            known.put(entry.getKey(), new TruckDrift(settings, entry.getValue()));
        }
        Map<String, GroupDrift> knownGroups = new TreeMap<>();
        for (Map.Entry<String, GroupDriftState> entry : groups.entries()) {
            knownGroups.put(entry.getKey(), new GroupDrift(fleetSettings, entry.getValue()));
        }
        for (SiteDrift.GroupChange change :
                siteDrift.endBlock(known.values(), name -> group(knownGroups, name), timestamp)) {
            fleetDriftsFound.inc();
            out.collect(
                    drifts(siteName)
                            .ofGroup(change, known.values(), Instant.ofEpochMilli(timestamp)));
        }
        for (Map.Entry<String, TruckDrift> entry : known.entrySet()) {
            trucks.put(entry.getKey(), entry.getValue().state());
        }
        for (Map.Entry<String, GroupDrift> entry : knownGroups.entrySet()) {
            groups.put(entry.getKey(), entry.getValue().state());
        }
    }

    private GroupDrift group(Map<String, GroupDrift> known, String name) {
        return known.computeIfAbsent(
                name, absent -> new GroupDrift(fleetSettings, GroupDriftState.EMPTY));
    }

    private boolean isUsable(ScoredWindow score) {
        return score.window().kind() == EquipmentKind.HAULTRUCK
                && score.window().revision() == 0
                && score.expectedL() >= settings.minExpectedL()
                && score.expectedL() > 0;
    }

    /** Begins anew with the first window of another model version. */
    private boolean isOfPresentModel(ScoredWindow score, Collector<DriftEvent> out)
            throws Exception {
        SiteDriftState present = site.value();
        String model = score.modelName() + "/" + score.modelVersion();
        Instant at = score.window().end();
        if (present != null && present.model().equals(model)) {
            return true;
        }
        if (present != null
                && model.equals(present.replacedModel())
                && at.toEpochMilli() < present.sinceMs() + REPLACED_MODEL_MS) {
            return false;
        }
        if (present != null) {
            endDrifts(new ResidualDrifts(score.site(), present.modelVersion()), at, out);
        }
        trucks.clear();
        groups.clear();
        site.update(
                new SiteDriftState(
                        model,
                        score.modelVersion(),
                        present == null ? null : present.model(),
                        at.toEpochMilli()));
        return true;
    }

    private void endDrifts(ResidualDrifts drifts, Instant at, Collector<DriftEvent> out)
            throws Exception {
        for (Map.Entry<String, TruckDriftState> entry : trucks.entries()) {
            TruckDrift truck = new TruckDrift(settings, entry.getValue());
            if (truck.healthyRatio().isPresent()) {
                out.collect(
                        drifts.replaced(
                                DriftScope.MACHINE,
                                entry.getKey(),
                                truck.healthyRatio().getAsDouble(),
                                at));
            }
        }
        for (Map.Entry<String, GroupDriftState> entry : groups.entries()) {
            GroupDrift group = new GroupDrift(fleetSettings, entry.getValue());
            if (group.isDrifted()) {
                boolean fleet = entry.getKey().equals(SiteDrift.FLEET);
                out.collect(
                        drifts.replaced(
                                fleet ? DriftScope.FLEET : DriftScope.CLASS,
                                fleet ? drifts.site() : entry.getKey(),
                                group.level(),
                                at));
            }
        }
    }

    private ResidualDrifts drifts(String siteName) throws Exception {
        return new ResidualDrifts(siteName, site.value().modelVersion());
    }

    private long endOfBlock(long endMs) {
        long blockMs = fleetSettings.blockMin() * 60_000L;
        return -Math.floorDiv(-endMs, blockMs) * blockMs;
    }

    private static TruckWindow windowOf(ScoredWindow score) {
        FuelWindow window = score.window();
        return new TruckWindow(
                window.start().toEpochMilli(),
                window.operatorId() == null ? "" : window.operatorId(),
                workOf(window),
                score.expectedL() + score.residualL(),
                score.expectedL());
    }

    private static Work workOf(FuelWindow window) {
        if (window.meanSpeedKph() < STANDING_KPH) {
            return Work.STANDING;
        }
        return window.meanPayloadT() > LOADED_T ? Work.LOADED : Work.EMPTY;
    }
}
