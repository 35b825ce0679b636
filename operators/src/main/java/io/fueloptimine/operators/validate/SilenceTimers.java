package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.quality.window.MachineStream;
import io.fueloptimine.models.quality.window.Silence;
import io.fueloptimine.models.quality.window.WindowRules;
import io.fueloptimine.models.quality.window.WindowRules.Ready;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/**
 * When a machine was last heard and when its silence will have lasted, in the keyed state of {@link
 * CheckWindows}. Each rule has one timer under way, which looks again when the machine spoke
 * meanwhile.
 */
final class SilenceTimers {

    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final MapState<String, Long> silenceDue;
    private final ValueState<Silence> lastHeard;
    private final Counter silences;

    SilenceTimers(RuntimeContext context) {
        StateTtlConfig memory = StateTtlConfig.newBuilder(CheckWindows.MEMORY).build();
        MapStateDescriptor<String, Long> due =
                new MapStateDescriptor<>("silence-due", Types.STRING, Types.LONG);
        due.enableTimeToLive(memory);
        silenceDue = context.getMapState(due);
        ValueStateDescriptor<Silence> last =
                new ValueStateDescriptor<>("last-heard", Types.POJO(Silence.class));
        last.enableTimeToLive(memory);
        lastHeard = context.getState(last);
        silences = context.getMetricGroup().counter("silences");
    }

    /** Sets the rule's timer unless one is under way; to be called before {@link #noteHeard}. */
    void await(Ready ready, Reading reading, TimerService timers) throws Exception {
        Silence last = lastHeard.value();
        boolean news = last == null || last.lastMs() < reading.time().toEpochMilli();
        if (news && silenceDue.get(ready.memoryKey()) == null) {
            long due = reading.time().toEpochMilli() + ready.windowMs();
            silenceDue.put(ready.memoryKey(), due);
            timers.registerEventTimeTimer(due);
        }
    }

    /** The machine spoke. */
    void noteHeard(Reading reading) throws Exception {
        long time = reading.time().toEpochMilli();
        Silence known = lastHeard.value();
        if (known == null || known.lastMs() < time) {
            lastHeard.update(new Silence(time, reading.receivedAt().toEpochMilli()));
        }
    }

    /** Tells the silences that have lasted; none at the end of a bounded input. */
    void judge(
            long at,
            WindowRules rules,
            MachineStream stream,
            TimerService timers,
            Collector<QualityRecord> out)
            throws Exception {
        List<String> due = new ArrayList<>();
        for (Map.Entry<String, Long> entry : silenceDue.entries()) {
            if (entry.getValue() <= at) {
                due.add(entry.getKey());
            }
        }
        boolean ended = timers.currentWatermark() == END_OF_INPUT;
        Silence last = lastHeard.value();
        for (String memoryKey : due) {
            silenceDue.remove(memoryKey);
            Optional<Ready> rule = rules.find(memoryKey);
            if (rule.isEmpty() || last == null || ended) {
                continue;
            }
            long ends = last.lastMs() + rule.get().windowMs();
            if (ends > at) {
                silenceDue.put(memoryKey, ends);
                timers.registerEventTimeTimer(ends);
            } else {
                silences.inc();
                out.collect(silent(rule.get(), stream, last));
            }
        }
    }

    private static QualityRecord silent(Ready ready, MachineStream stream, Silence last) {
        String observed = "nothing since " + Instant.ofEpochMilli(last.lastMs());
        Instant now = Instant.ofEpochMilli(last.lastMs() + ready.windowMs());
        return ready.flagged(stream, last.lastMs(), observed, now, last.receivedAtMs());
    }
}
