package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.window.LastReading;
import io.fueloptimine.models.quality.window.MachineStream;
import io.fueloptimine.models.quality.window.WindowRule;
import io.fueloptimine.models.quality.window.WindowRules;
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
 * Evaluates silence rules in the keyed state of {@link CheckWindows}: the machine's newest reading,
 * and one timer per rule. When a timer fires and there is a newer reading, the timer is set again.
 */
final class SilenceTimers {

    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final MapState<String, Long> silenceDue;
    private final ValueState<LastReading> lastReading;
    private final Counter silences;

    SilenceTimers(RuntimeContext context) {
        StateTtlConfig memory = StateTtlConfig.newBuilder(CheckWindows.RETENTION).build();
        MapStateDescriptor<String, Long> due =
                new MapStateDescriptor<>("silence-due", Types.STRING, Types.LONG);
        due.enableTimeToLive(memory);
        silenceDue = context.getMapState(due);
        ValueStateDescriptor<LastReading> last =
                new ValueStateDescriptor<>("last-reading", Types.POJO(LastReading.class));
        last.enableTimeToLive(memory);
        lastReading = context.getState(last);
        silences = context.getMetricGroup().counter("silences");
    }

    /**
     * Sets the timer of a rule unless the timer is already set. Call this method before {@link
     * #update}.
     */
    void schedule(WindowRule rule, Reading reading, TimerService timers) throws Exception {
        LastReading last = lastReading.value();
        boolean newer = last == null || last.timeMs() < reading.time().toEpochMilli();
        if (newer && silenceDue.get(rule.stateKey()) == null) {
            long due = reading.time().toEpochMilli() + rule.windowMs();
            silenceDue.put(rule.stateKey(), due);
            timers.registerEventTimeTimer(due);
        }
    }

    /** Stores the reading if it is the newest of its machine's stream. */
    void update(Reading reading) throws Exception {
        long time = reading.time().toEpochMilli();
        LastReading known = lastReading.value();
        if (known == null || known.timeMs() < time) {
            lastReading.update(new LastReading(time, reading.receivedAt().toEpochMilli()));
        }
    }

    /**
     * Reports machines that have been silent for too long. Reports nothing at the end of a bounded
     * input, because every stream ends there.
     */
    void evaluate(
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
        LastReading last = lastReading.value();
        for (String stateKey : due) {
            silenceDue.remove(stateKey);
            Optional<WindowRule> found = rules.find(stateKey);
            if (found.isEmpty() || last == null || ended) {
                continue;
            }
            long ends = last.timeMs() + found.get().windowMs();
            if (ends > at) {
                silenceDue.put(stateKey, ends);
                timers.registerEventTimeTimer(ends);
            } else {
                silences.inc();
                out.collect(silent(found.get(), stream, last));
            }
        }
    }

    private static QualityRecord silent(WindowRule rule, MachineStream stream, LastReading last) {
        String observed = "nothing since " + Instant.ofEpochMilli(last.timeMs());
        Instant now = Instant.ofEpochMilli(last.timeMs() + rule.windowMs());
        return rule.flagged(stream, last.timeMs(), observed, now, last.receivedAtMs());
    }
}
