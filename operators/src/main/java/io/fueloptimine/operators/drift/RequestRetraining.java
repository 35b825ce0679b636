package io.fueloptimine.operators.drift;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Requests a new model when the fleet has drifted, that is, when a given share of the trucks at
 * work has drifted in the same direction within some hours. A single truck that burns more is
 * defective, and a model trained with it would treat the defect as normal; when a third of the
 * trucks drift, the mine has changed and the model no longer fits. Key the stream by site.
 *
 * <p>Only drifts of the same model version are counted together. At most one request per version is
 * emitted within some hours, because other trucks may show the same change later.
 *
 * <p>State of a site's trucks expires after 30 days.
 */
public final class RequestRetraining
        extends KeyedCoProcessFunction<String, ScoredWindow, DriftEvent, RetrainRequest> {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int MAX_NAMED = 5;

    private final String modelName;
    private final FleetDriftSettings settings;
    private transient MapState<String, Instant> workedAt;
    private transient MapState<String, DriftEvent> driftedTrucks;
    private transient ValueState<Instant> requestedAt;
    private transient ValueState<String> requestedFor;
    private transient Counter retrainingsRequested;

    public RequestRetraining(String modelName, FleetDriftSettings settings) {
        this.modelName = modelName;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        TypeInformation<Instant> time = Types.INSTANT;
        workedAt = map(new MapStateDescriptor<>("worked-at", Types.STRING, time));
        driftedTrucks =
                map(
                        new MapStateDescriptor<>(
                                "drifted-trucks", Types.STRING, Types.POJO(DriftEvent.class)));
        requestedAt = value(new ValueStateDescriptor<>("requested-at", time));
        requestedFor = value(new ValueStateDescriptor<>("requested-for", Types.STRING));
        retrainingsRequested = getRuntimeContext().getMetricGroup().counter("retrainingsRequested");
    }

    private <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        return getRuntimeContext().getState(descriptor);
    }

    private <T> MapState<String, T> map(MapStateDescriptor<String, T> descriptor) {
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        return getRuntimeContext().getMapState(descriptor);
    }

    /** Records that the truck of a window is at work. */
    @Override
    public void processElement1(ScoredWindow score, Context context, Collector<RetrainRequest> out)
            throws Exception {
        if (score.window().kind() == EquipmentKind.HAULTRUCK) {
            workedAt.put(score.window().machineId(), score.window().end());
        }
    }

    @Override
    public void processElement2(DriftEvent drift, Context context, Collector<RetrainRequest> out)
            throws Exception {
        driftedTrucks.put(drift.machineId(), drift);
        Instant since = drift.detectedAt().minus(Duration.ofHours(settings.spanH()));
        removeIf(workedAt.values().iterator(), at -> at.isBefore(since));
        removeIf(
                driftedTrucks.values().iterator(),
                candidate ->
                        candidate.detectedAt().isBefore(since)
                                || !candidate.modelVersion().equals(drift.modelVersion()));
        List<DriftEvent> sameDirection = sameDirection(drift);
        int fleet = Math.max(sameDirection.size(), count(workedAt.keys()));
        if (settings.isFleet(sameDirection.size(), fleet) && !requestedRecently(drift)) {
            requestedAt.update(drift.detectedAt());
            requestedFor.update(drift.modelVersion());
            retrainingsRequested.inc();
            out.collect(request(drift, sameDirection, fleet));
        }
    }

    /**
     * Whether there was a recent request for the drift's model version. A request in the state of
     * an earlier release has no version; it counts as a request for the drift's version.
     */
    private boolean requestedRecently(DriftEvent drift) throws Exception {
        Instant last = requestedAt.value();
        String version = requestedFor.value();
        return last != null
                && (version == null || version.equals(drift.modelVersion()))
                && drift.detectedAt().isBefore(last.plus(Duration.ofHours(settings.pauseH())));
    }

    private List<DriftEvent> sameDirection(DriftEvent drift) throws Exception {
        List<DriftEvent> sameDirection = new ArrayList<>();
        for (DriftEvent candidate : driftedTrucks.values()) {
            if (shift(candidate) * shift(drift) > 0) {
                sameDirection.add(candidate);
            }
        }
        sameDirection.sort(
                Comparator.comparing(DriftEvent::detectedAt).thenComparing(DriftEvent::machineId));
        return sameDirection;
    }

    private RetrainRequest request(DriftEvent drift, List<DriftEvent> sameDirection, int fleet) {
        String reason =
                String.format(
                        Locale.ROOT,
                        "%d of %d trucks drifted in the same direction since %s: %s by %+.2f on average (%s%s)",
                        sameDirection.size(),
                        fleet,
                        sameDirection.get(0).detectedAt(),
                        drift.metric(),
                        sameDirection.stream()
                                .mapToDouble(RequestRetraining::shift)
                                .average()
                                .orElse(0),
                        sameDirection.stream()
                                .limit(MAX_NAMED)
                                .map(DriftEvent::machineId)
                                .collect(Collectors.joining(", ")),
                        sameDirection.size() > MAX_NAMED ? ", ..." : "");
        return new RetrainRequest(
                modelName + "/" + drift.driftId(),
                modelName,
                RetrainCause.FLEET_DRIFT,
                reason,
                drift.detectedAt());
    }

    private static double shift(DriftEvent drift) {
        return drift.meanAfter() - drift.meanBefore();
    }

    private static <T> void removeIf(Iterator<T> candidate, Predicate<T> which) {
        while (candidate.hasNext()) {
            if (which.test(candidate.next())) {
                candidate.remove();
            }
        }
    }

    private static int count(Iterable<?> elements) {
        int count = 0;
        for (Object element : elements) {
            count++;
        }
        return count;
    }
}
