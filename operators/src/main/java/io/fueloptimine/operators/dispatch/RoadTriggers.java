package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Requests a new plan when the condition of a road segment changes. Key the stream by {@link
 * RoadState#key}. A record that repeats the current condition, for example with another end time,
 * causes no request. No Flink state is kept for an open road.
 */
public final class RoadTriggers extends KeyedProcessFunction<String, RoadState, PlanTrigger> {

    private static final long serialVersionUID = 1L;

    private transient ValueState<RoadCondition> condition;

    @Override
    public void open(OpenContext context) {
        condition =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "road-condition", Types.ENUM(RoadCondition.class)));
    }

    @Override
    public void processElement(RoadState road, Context context, Collector<PlanTrigger> out)
            throws Exception {
        RoadCondition before = condition.value() == null ? RoadCondition.OPEN : condition.value();
        if (road.state() == before) {
            return;
        }
        if (road.state() == RoadCondition.OPEN) {
            condition.clear();
        } else {
            condition.update(road.state());
        }
        out.collect(
                new PlanTrigger(
                        road.site(), cause(before, road.state()), subject(road), road.since()));
    }

    private static PlanCause cause(RoadCondition before, RoadCondition now) {
        return switch (now) {
            case CLOSED -> PlanCause.ROAD_CLOSED;
            case WET -> PlanCause.ROAD_WET;
            case DAMAGED -> PlanCause.ROAD_DAMAGED;
            case OPEN -> before == RoadCondition.WET ? PlanCause.ROAD_DRY : PlanCause.ROAD_OPEN;
        };
    }

    private static String subject(RoadState road) {
        return road.segmentId().equals(RoadState.ALL_SEGMENTS) ? null : road.segmentId();
    }
}
