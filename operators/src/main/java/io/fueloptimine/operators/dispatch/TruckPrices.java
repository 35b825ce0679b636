package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.price.MachineRatio;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.dispatch.price.PriceSettings;
import io.fueloptimine.models.dispatch.price.PricedRoad;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;

/**
 * What each truck of the current site burns relative to what is expected of it ({@link
 * MachineRatio}), what road segments cost beyond that and at which speeds trucks drive them ({@link
 * PricedRoad}), in the keyed state of {@link PlanAndAssign}.
 *
 * <p>A request because of a drift carries the drift, so that its plan has the new price even if the
 * trigger arrives before the evidence. State per site: one ratio per truck, one price per road
 * segment of the mine file and the name of the latest model, which expire after 30 days without
 * evidence. Metric: {@code driftsPriced}.
 */
final class TruckPrices {

    private static final Duration RETENTION = Duration.ofDays(30);

    private final PriceSettings settings;
    private final MapState<String, MachineRatio> ratios;
    private final MapState<String, PricedRoad> roads;
    private final ValueState<String> model;
    private final Counter driftsPriced;

    TruckPrices(RuntimeContext context, PriceSettings settings) {
        this.settings = settings;
        StateTtlConfig expiry = StateTtlConfig.newBuilder(RETENTION).build();
        MapStateDescriptor<String, MachineRatio> byTruck =
                new MapStateDescriptor<>(
                        "machine-ratios", Types.STRING, Types.POJO(MachineRatio.class));
        byTruck.enableTimeToLive(expiry);
        ratios = context.getMapState(byTruck);
        MapStateDescriptor<String, PricedRoad> bySegment =
                new MapStateDescriptor<>(
                        "priced-roads", Types.STRING, Types.POJO(PricedRoad.class));
        bySegment.enableTimeToLive(expiry);
        roads = context.getMapState(bySegment);
        ValueStateDescriptor<String> latest =
                new ValueStateDescriptor<>("residual-model", Types.STRING);
        latest.enableTimeToLive(expiry);
        model = context.getState(latest);
        driftsPriced = context.getMetricGroup().counter("driftsPriced");
    }

    /** A copy of a request with the present prices. */
    PlanRequest price(PlanRequest request) throws Exception {
        if (request.trigger().drift() != null) {
            learn(request.trigger().drift());
        }
        return request.with(corrections(request.situation().at()));
    }

    void learn(PriceEvidence evidence) throws Exception {
        if (evidence.drift() != null) {
            learn(evidence.drift());
        } else if (evidence.road() != null) {
            roads.put(evidence.road().segmentId(), PricedRoad.of(evidence.road()));
        } else {
            String truckId = evidence.residual().truckId();
            ratios.put(truckId, ratioOf(truckId).with(evidence.residual(), settings));
            model.update(evidence.residual().model());
        }
    }

    /** Drifts of classes, roads and the fleet reach the prices by the residuals of the trucks. */
    private void learn(DriftEvent drift) throws Exception {
        if (!drift.concernsMachineResiduals()) {
            return;
        }
        MachineRatio before = ratioOf(drift.machineId());
        MachineRatio after = before.with(drift, settings);
        if (!after.equals(before)) {
            driftsPriced.inc();
            ratios.put(drift.machineId(), after);
        }
    }

    private PriceCorrections corrections(Instant at) throws Exception {
        Map<String, MachineRatio.Estimate> estimates = new TreeMap<>();
        for (Map.Entry<String, MachineRatio> entry : ratios.entries()) {
            estimates.put(entry.getKey(), entry.getValue().at(at, settings));
        }
        Map<String, Double> segments = new TreeMap<>();
        Map<String, List<SegmentSpeed>> speeds = new TreeMap<>();
        for (Map.Entry<String, PricedRoad> entry : roads.entries()) {
            segments.put(entry.getKey(), entry.getValue().ratio());
            speeds.put(entry.getKey(), entry.getValue().speedsAt(at));
        }
        String latest = model.value();
        return new PriceCorrections(
                latest == null ? "" : latest,
                estimates,
                segments,
                speeds.values().stream().flatMap(List::stream).toList());
    }

    private MachineRatio ratioOf(String truckId) throws Exception {
        MachineRatio ratio = ratios.get(truckId);
        return ratio == null ? MachineRatio.unknown() : ratio;
    }
}
