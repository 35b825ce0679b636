package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.residual.FleetDriftSettings;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftKind;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Requests a new model when the residuals of the fleet or of a truck class have drifted. A single
 * truck that burns more is defective, and a model trained with it would treat the defect as normal;
 * when all trucks drift, the mine has changed and the model no longer fits. So it does when the
 * model's inputs are not as in the training data, unless a sensor has failed. Key the stream by
 * site.
 *
 * <p>At most one request per model version is emitted within some hours. State expires after 30
 * days. Metric: {@code retrainingsRequested}.
 */
public final class RequestRetraining
        extends KeyedProcessFunction<String, DriftEvent, RetrainRequest> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(30);

    private final String modelName;
    private final FleetDriftSettings settings;
    private transient ValueState<Instant> requestedAt;
    private transient ValueState<String> requestedFor;
    private transient Counter retrainingsRequested;

    public RequestRetraining(String modelName, FleetDriftSettings settings) {
        this.modelName = modelName;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        requestedAt = value(new ValueStateDescriptor<>("requested-at", Types.INSTANT));
        requestedFor = value(new ValueStateDescriptor<>("requested-for", Types.STRING));
        retrainingsRequested = getRuntimeContext().getMetricGroup().counter("retrainingsRequested");
    }

    private <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        return getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(DriftEvent drift, Context context, Collector<RetrainRequest> out)
            throws Exception {
        if (!needsModel(drift) || requestedRecently(drift)) {
            return;
        }
        requestedAt.update(drift.detectedAt());
        requestedFor.update(drift.modelVersion());
        retrainingsRequested.inc();
        out.collect(
                new RetrainRequest(
                        modelName + "/" + drift.driftId(),
                        modelName,
                        drift.kind() == DriftKind.DATA
                                ? RetrainCause.DATA_DRIFT
                                : RetrainCause.FLEET_DRIFT,
                        reason(drift),
                        drift.detectedAt()));
    }

    private static boolean needsModel(DriftEvent drift) {
        boolean ofSensors =
                drift.kind() == DriftKind.DATA && drift.cause() == SuspectedCause.SENSOR_BIAS;
        return (drift.scope() == DriftScope.FLEET || drift.scope() == DriftScope.CLASS)
                && !drift.ended()
                && !ofSensors;
    }

    private boolean requestedRecently(DriftEvent drift) throws Exception {
        Instant last = requestedAt.value();
        return last != null
                && drift.modelVersion().equals(requestedFor.value())
                && drift.detectedAt().isBefore(last.plus(Duration.ofHours(settings.pauseH())));
    }

    private static String reason(DriftEvent drift) {
        if (drift.kind() == DriftKind.DATA) {
            return String.format(
                    Locale.ROOT,
                    "inputs of %s drifted since %s: %s; suspected: %s",
                    drift.scope() == DriftScope.FLEET ? "all trucks" : "class " + drift.subject(),
                    drift.since(),
                    drift.evidence(),
                    drift.cause().words());
        }
        return String.format(
                Locale.ROOT,
                "%s drifted since %s: %s from %+.2f to %+.2f; suspected: %s",
                drift.scope() == DriftScope.FLEET
                        ? "the fleet"
                        : "trucks of class " + drift.subject(),
                drift.since(),
                drift.metric(),
                drift.meanBefore(),
                drift.meanAfter(),
                drift.cause().words());
    }
}
