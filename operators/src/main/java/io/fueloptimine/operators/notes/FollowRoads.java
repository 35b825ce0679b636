package io.fueloptimine.operators.notes;

import io.fueloptimine.models.mine.PlanTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes one story of what many drivers write about one road: the first note that it is closed or
 * wet asks for a plan, its repeats do not, and when nobody has repeated it for a while of event
 * time, or somebody wrote that it is open, that asks again. Keyed by {@link #keyOf}.
 *
 * <p>Drivers tell of a closed road and seldom of its opening; without the while, one note would
 * close a road for ever.
 */
public final class FollowRoads extends KeyedProcessFunction<String, PlanTrigger, PlanTrigger> {

    private static final Duration BELIEVED_FOR = Duration.ofHours(1);

    /** What each cause ends with. */
    private static final Map<String, String> ENDS =
            Map.of("ROAD_CLOSED", "ROAD_OPEN", "ROAD_WET", "ROAD_DRY");

    private transient ValueState<PlanTrigger> current;
    private transient ValueState<Long> endsAt;

    /** A closure belongs to its road, wetness to the whole mine. */
    public static String keyOf(PlanTrigger trigger) {
        return trigger.site() + "/" + (wet(trigger) ? "weather" : trigger.subject());
    }

    @Override
    public void open(OpenContext context) {
        current =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "road-trigger", Types.POJO(PlanTrigger.class)));
        endsAt = getRuntimeContext().getState(new ValueStateDescriptor<>("ends-at", Types.LONG));
    }

    @Override
    public void processElement(PlanTrigger note, Context context, Collector<PlanTrigger> out)
            throws Exception {
        boolean begins = ENDS.containsKey(note.cause());
        if (begins) {
            if (current.value() == null) {
                out.collect(note);
            }
            current.update(note);
            long ends = note.at().plus(BELIEVED_FOR).toEpochMilli();
            endsAt.update(ends);
            context.timerService().registerEventTimeTimer(ends);
        } else {
            current.clear();
            endsAt.clear();
            out.collect(note);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<PlanTrigger> out)
            throws Exception {
        if (endsAt.value() == null || endsAt.value() != at) {
            return;
        }
        PlanTrigger begun = current.value();
        current.clear();
        endsAt.clear();
        out.collect(
                new PlanTrigger(
                        begun.site(),
                        ENDS.get(begun.cause()),
                        begun.subject(),
                        Instant.ofEpochMilli(at)));
    }

    private static boolean wet(PlanTrigger trigger) {
        return trigger.cause().equals("ROAD_WET");
    }
}
