package io.fueloptimine.operators.road;

import io.fueloptimine.models.dispatch.road.RoadExcessModel;
import io.fueloptimine.models.dispatch.road.RoadExcessSettings;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Learns at the end of each hour of event time with passes what the road segments of a site cost
 * beyond their published rolling resistance. Key the stream by site.
 *
 * <p>The passes of the memory ({@link RoadExcessSettings#memory}) are state, one list per hour. A
 * timer removes each list when the memory has passed. A pass that arrives after the end of its hour
 * counts from the next hour on. Metrics: {@code rankedSegments} (segments that were ranked for the
 * grader, summed over the hours), {@code passesTooOld}.
 */
final class LearnRoadExcess extends KeyedProcessFunction<String, RoadPass, RoadExcess> {

    private static final long serialVersionUID = 1L;
    private static final long HOUR_MS = 3_600_000;

    private final MineSites mines;
    private final RoadExcessSettings settings;
    private transient Map<String, RoadExcessModel> models;
    private transient MapState<Long, List<RoadPass>> passes;
    private transient Counter rankedSegments;
    private transient Counter passesTooOld;

    LearnRoadExcess(MineSites mines, RoadExcessSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        models = new HashMap<>();
        mines.bySite()
                .forEach((site, mine) -> models.put(site, new RoadExcessModel(mine, settings)));
        passes =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "passes-by-hour",
                                        Types.LONG,
                                        Types.LIST(TypeInformation.of(RoadPass.class))));
        rankedSegments = getRuntimeContext().getMetricGroup().counter("rankedSegments");
        passesTooOld = getRuntimeContext().getMetricGroup().counter("passesTooOld");
    }

    @Override
    public void processElement(RoadPass pass, Context context, Collector<RoadExcess> out)
            throws Exception {
        long hour = Math.floorDiv(pass.endMs(), HOUR_MS) * HOUR_MS;
        long watermark = context.timerService().currentWatermark();
        if (forgottenAt(hour) <= watermark) {
            passesTooOld.inc();
            return;
        }
        List<RoadPass> ofHour = passes.get(hour);
        if (ofHour == null) {
            ofHour = new ArrayList<>();
            context.timerService().registerEventTimeTimer(forgottenAt(hour));
        }
        ofHour.add(pass);
        passes.put(hour, ofHour);
        long now = Math.max(hour, Math.floorDiv(watermark, HOUR_MS) * HOUR_MS);
        context.timerService().registerEventTimeTimer(now + HOUR_MS - 1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RoadExcess> out)
            throws Exception {
        List<RoadPass> known = new ArrayList<>();
        List<Long> forgotten = new ArrayList<>();
        for (Map.Entry<Long, List<RoadPass>> entry : passes.entries()) {
            if (forgottenAt(entry.getKey()) <= timestamp) {
                forgotten.add(entry.getKey());
            } else {
                known.addAll(entry.getValue());
            }
        }
        for (Long hour : forgotten) {
            passes.remove(hour);
        }
        if (Math.floorMod(timestamp + 1, HOUR_MS) == 0) {
            emit(context.getCurrentKey(), known, Instant.ofEpochMilli(timestamp + 1), out);
        }
    }

    private void emit(String site, List<RoadPass> known, Instant at, Collector<RoadExcess> out) {
        for (RoadExcess excess : models.get(site).learn(known, at)) {
            if (excess.gradingRank() != null) {
                rankedSegments.inc();
            }
            out.collect(excess);
        }
    }

    /** One millisecond after the end of an hour, so that each timer has one purpose. */
    private long forgottenAt(long hour) {
        return hour + HOUR_MS + settings.memory().toMillis();
    }
}
