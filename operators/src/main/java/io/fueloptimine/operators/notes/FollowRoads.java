package io.fueloptimine.operators.notes;

import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the state of each road segment according to the reports in notes. Key the stream by {@link
 * RoadState#key}.
 *
 * <p>Several notes about one condition result in one state: the first note begins the state, and
 * each later note postpones its end. The state ends with a note that reports the road open, or when
 * event time reaches {@link RoadState#until}, because drivers seldom report that a road is open
 * again. The end of a state is emitted as the state {@link RoadCondition#OPEN}.
 */
public final class FollowRoads extends KeyedProcessFunction<String, RoadState, RoadState> {

    private static final long serialVersionUID = 1L;

    private transient ValueState<RoadState> current;

    @Override
    public void open(OpenContext context) {
        current =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "road-state", Types.POJO(RoadState.class)));
    }

    @Override
    public void processElement(RoadState reported, Context context, Collector<RoadState> out)
            throws Exception {
        RoadState previous = current.value();
        if (reported.state() == RoadCondition.OPEN) {
            current.clear();
            out.collect(reported);
            return;
        }
        RoadState state = previous == null ? reported : merge(previous, reported);
        if (!state.equals(previous)) {
            current.update(state);
            context.timerService().registerEventTimeTimer(state.until().toEpochMilli());
            out.collect(state);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<RoadState> out)
            throws Exception {
        RoadState ended = current.value();
        if (ended == null || ended.until().toEpochMilli() != at) {
            return;
        }
        current.clear();
        out.collect(
                new RoadState(
                        ended.site(),
                        ended.segmentId(),
                        RoadCondition.OPEN,
                        Instant.ofEpochMilli(at),
                        null,
                        ended.source(),
                        ended.noteId(),
                        ended.confidence()));
    }

    /**
     * Merges a reported state into the previous one. A repeated condition keeps its beginning and
     * gets a later end; another condition begins a new state.
     */
    private static RoadState merge(RoadState previous, RoadState reported) {
        if (reported.state() != previous.state()) {
            return reported;
        }
        if (!reported.until().isAfter(previous.until())) {
            return previous;
        }
        return new RoadState(
                previous.site(),
                previous.segmentId(),
                previous.state(),
                previous.since(),
                reported.until(),
                reported.source(),
                reported.noteId(),
                reported.confidence());
    }
}
