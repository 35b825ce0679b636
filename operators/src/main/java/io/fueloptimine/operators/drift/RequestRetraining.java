package io.fueloptimine.operators.drift;

import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.RetrainRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Asks for a new model when machines drift, but not more often than every few hours of event time:
 * a wet road makes all machines drift at once. Keyed by site.
 */
public final class RequestRetraining
        extends KeyedProcessFunction<String, DriftEvent, RetrainRequest> {

    private final String modelName;
    private final Duration pause;
    private transient ValueState<Instant> requestedAt;

    public RequestRetraining(String modelName, DriftSettings settings) {
        this.modelName = modelName;
        this.pause = Duration.ofHours(settings.retrainEveryH());
    }

    @Override
    public void open(OpenContext context) {
        requestedAt =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("requested-at", Types.INSTANT));
    }

    @Override
    public void processElement(DriftEvent drift, Context context, Collector<RetrainRequest> out)
            throws Exception {
        Instant last = requestedAt.value();
        if (last != null && drift.detectedAt().isBefore(last.plus(pause))) {
            return;
        }
        requestedAt.update(drift.detectedAt());
        String reason =
                String.format(
                        Locale.ROOT,
                        "%s of %s went from %.2f to %.2f",
                        drift.metric(),
                        drift.machineId(),
                        drift.meanBefore(),
                        drift.meanAfter());
        out.collect(
                new RetrainRequest(
                        modelName + "/" + drift.driftId(), modelName, reason, drift.detectedAt()));
    }
}
