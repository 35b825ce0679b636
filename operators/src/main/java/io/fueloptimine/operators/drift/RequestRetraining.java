package io.fueloptimine.operators.drift;

import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.RetrainCause;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.ScoredWindow;
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
 * Asks for a new model when the fleet has drifted: when of the trucks at work a share has changed
 * in the same direction within some hours. One truck that burns more than before is sick, and a
 * model that learnt from it would call the sickness normal; when a third of them do, the mine has
 * changed, and it is the model that is wrong. Keyed by site.
 *
 * <p>Only drifts under one and the same model version count together, and one version is asked to
 * be replaced once in some hours: trucks that notice the same rain later ask for nothing more.
 */
public final class RequestRetraining
        extends KeyedCoProcessFunction<String, ScoredWindow, DriftEvent, RetrainRequest> {

    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final int NAMED = 5;

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
        requestedAt =
                getRuntimeContext().getState(new ValueStateDescriptor<>("requested-at", time));
        requestedFor =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("requested-for", Types.STRING));
        retrainingsRequested = getRuntimeContext().getMetricGroup().counter("retrainingsRequested");
    }

    private <T> MapState<String, T> map(MapStateDescriptor<String, T> descriptor) {
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGOTTEN).build());
        return getRuntimeContext().getMapState(descriptor);
    }

    /** Learns which trucks are at work. */
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
        forget(workedAt.values().iterator(), at -> at.isBefore(since));
        forget(
                driftedTrucks.values().iterator(),
                known ->
                        known.detectedAt().isBefore(since)
                                || !known.modelVersion().equals(drift.modelVersion()));
        List<DriftEvent> alike = alike(drift);
        int fleet = Math.max(alike.size(), count(workedAt.keys()));
        if (settings.isFleet(alike.size(), fleet) && !askedLately(drift)) {
            requestedAt.update(drift.detectedAt());
            requestedFor.update(drift.modelVersion());
            retrainingsRequested.inc();
            out.collect(request(drift, alike, fleet));
        }
    }

    /** Without a version, which earlier versions of this class did not keep, it was this one. */
    private boolean askedLately(DriftEvent drift) throws Exception {
        Instant last = requestedAt.value();
        String version = requestedFor.value();
        return last != null
                && (version == null || version.equals(drift.modelVersion()))
                && drift.detectedAt().isBefore(last.plus(Duration.ofHours(settings.pauseH())));
    }

    private List<DriftEvent> alike(DriftEvent drift) throws Exception {
        List<DriftEvent> alike = new ArrayList<>();
        for (DriftEvent known : driftedTrucks.values()) {
            if (shift(known) * shift(drift) > 0) {
                alike.add(known);
            }
        }
        alike.sort(
                Comparator.comparing(DriftEvent::detectedAt).thenComparing(DriftEvent::machineId));
        return alike;
    }

    private RetrainRequest request(DriftEvent drift, List<DriftEvent> alike, int fleet) {
        String reason =
                String.format(
                        Locale.ROOT,
                        "%d of %d trucks drifted alike since %s: %s by %+.2f on average (%s%s)",
                        alike.size(),
                        fleet,
                        alike.get(0).detectedAt(),
                        drift.metric(),
                        alike.stream().mapToDouble(RequestRetraining::shift).average().orElse(0),
                        alike.stream()
                                .limit(NAMED)
                                .map(DriftEvent::machineId)
                                .collect(Collectors.joining(", ")),
                        alike.size() > NAMED ? ", ..." : "");
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

    private static <T> void forget(Iterator<T> known, Predicate<T> which) {
        while (known.hasNext()) {
            if (which.test(known.next())) {
                known.remove();
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
