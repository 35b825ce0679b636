package io.fueloptimine.operators.advice;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes on the machines and operators that stand out, and once more those that stood out at the
 * ranking before and do not any more.
 *
 * <p>Key the stream by site. State per site: who stood out; it expires after 30 days. Metric:
 * {@code outliersRanked}.
 */
final class PublishOutliers
        extends KeyedProcessFunction<String, ConsumptionOutlier, ConsumptionOutlier> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(30);

    private transient MapState<String, Boolean> published;
    private transient Counter ranked;

    @Override
    public void open(OpenContext context) {
        MapStateDescriptor<String, Boolean> emitted =
                new MapStateDescriptor<>("published-outliers", Types.STRING, Types.BOOLEAN);
        emitted.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        published = getRuntimeContext().getMapState(emitted);
        ranked = getRuntimeContext().getMetricGroup().counter("outliersRanked");
    }

    @Override
    public void processElement(
            ConsumptionOutlier outlier, Context context, Collector<ConsumptionOutlier> out)
            throws Exception {
        if (outlier.rank() != null) {
            ranked.inc();
            published.put(outlier.topicKey(), true);
            out.collect(outlier);
        } else if (published.contains(outlier.topicKey())) {
            published.remove(outlier.topicKey());
            out.collect(outlier);
        }
    }
}
