package io.fueloptimine.operators.road;

import io.fueloptimine.models.dispatch.road.PassFollower;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.dispatch.road.RoadTrail;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Finds out which road segments a truck drove and what it burnt there. Key the stream by machine.
 *
 * <p>A reading that is older than the newest one of its truck is left out: it costs a pass at most,
 * and the readings after a radio shadow arrive in order. State expires after a day without readings
 * of the truck. Metric: {@code roadPasses}.
 */
final class FollowPasses extends KeyedProcessFunction<String, Reading, RoadPass> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(1);

    private final MineSites mines;
    private transient Map<String, PassFollower> followers;
    private transient ValueState<RoadTrail> trails;
    private transient Counter roadPasses;

    FollowPasses(MineSites mines) {
        this.mines = mines;
    }

    @Override
    public void open(OpenContext context) {
        followers = new HashMap<>();
        mines.bySite().forEach((site, mine) -> followers.put(site, new PassFollower(mine)));
        ValueStateDescriptor<RoadTrail> trail =
                new ValueStateDescriptor<>("road-trail", RoadTrail.class);
        trail.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        trails = getRuntimeContext().getState(trail);
        roadPasses = getRuntimeContext().getMetricGroup().counter("roadPasses");
    }

    @Override
    public void processElement(Reading reading, Context context, Collector<RoadPass> out)
            throws Exception {
        PassFollower follower = followers.get(reading.site());
        if (follower == null) {
            return;
        }
        RoadTrail before = trails.value();
        PassFollower.Followed followed = follower.accept(before, reading);
        if (followed.trail().isPresent()) {
            trails.update(followed.trail().get());
        } else if (before != null) {
            trails.clear();
        }
        if (followed.pass().isPresent()) {
            roadPasses.inc();
            out.collect(followed.pass().get());
        }
    }
}
