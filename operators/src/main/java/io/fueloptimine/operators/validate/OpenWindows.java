package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.expectation.RowCountBetween;
import io.fueloptimine.models.quality.window.MachineStream;
import io.fueloptimine.models.quality.window.WindowRule;
import io.fueloptimine.models.quality.window.WindowRules;
import io.fueloptimine.models.quality.window.WindowStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/**
 * The unfinished windows of a machine in the keyed state of {@link CheckWindows}, and the time of
 * the machine's first reading for each rule. Every reading extends the time to live of the first
 * reading's time, so that a machine in continuous service is not treated as new.
 */
final class OpenWindows {

    private final long latenessMs;
    private final MapState<String, WindowStatistics> windows;
    private final MapState<String, Long> firstReadingMs;
    private final Counter evaluated;
    private final Counter broken;
    private final Counter tooLate;

    OpenWindows(RuntimeContext context, long latenessMs) {
        this.latenessMs = latenessMs;
        windows =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "open-windows", Types.STRING, Types.POJO(WindowStatistics.class)));
        MapStateDescriptor<String, Long> since =
                new MapStateDescriptor<>("first-reading-ms", Types.STRING, Types.LONG);
        since.enableTimeToLive(
                StateTtlConfig.newBuilder(CheckWindows.RETENTION)
                        .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                        .build());
        firstReadingMs = context.getMapState(since);
        evaluated = context.getMetricGroup().counter("windowsEvaluated");
        broken = context.getMetricGroup().counter("windowsViolated");
        tooLate = context.getMetricGroup().counter("readingsTooLate");
    }

    /** Adds a reading to the window of a rule that contains the reading's time. */
    void add(WindowRule rule, Reading reading, TimerService timers) throws Exception {
        long time = reading.time().toEpochMilli();
        long start = Math.floorDiv(time, rule.windowMs()) * rule.windowMs();
        long due = start + rule.windowMs() + latenessMs - 1;
        if (due <= timers.currentWatermark()) {
            tooLate.inc();
            return;
        }
        Long since = firstReadingMs.get(rule.stateKey());
        if (since == null || time < since) {
            firstReadingMs.put(rule.stateKey(), time);
        }
        String window = rule.stateKey() + "@" + start;
        WindowStatistics statistics = windows.get(window);
        statistics = statistics == null ? new WindowStatistics() : statistics;
        statistics.add(
                rule.expectation(), rule.valueIn(reading), reading.receivedAt().toEpochMilli());
        windows.put(window, statistics);
        timers.registerEventTimeTimer(due);
    }

    /** Evaluates the windows that are due, and drops the windows of rules that no longer exist. */
    void evaluate(long at, WindowRules rules, MachineStream stream, Collector<QualityRecord> out)
            throws Exception {
        List<Map.Entry<String, WindowStatistics>> open = new ArrayList<>();
        windows.entries().forEach(entry -> open.add(Map.entry(entry.getKey(), entry.getValue())));
        for (Map.Entry<String, WindowStatistics> entry : open) {
            int split = entry.getKey().lastIndexOf('@');
            Optional<WindowRule> found = rules.find(entry.getKey().substring(0, split));
            long start = Long.parseLong(entry.getKey().substring(split + 1));
            if (found.isEmpty()) {
                windows.remove(entry.getKey());
            } else if (start + found.get().windowMs() + latenessMs - 1 <= at) {
                windows.remove(entry.getKey());
                evaluate(found.get(), start, entry.getValue(), stream, out);
            }
        }
    }

    private void evaluate(
            WindowRule rule,
            long start,
            WindowStatistics statistics,
            MachineStream stream,
            Collector<QualityRecord> out)
            throws Exception {
        Long since = firstReadingMs.get(rule.stateKey());
        boolean whole = since != null && since <= start;
        if (rule.expectation() instanceof RowCountBetween && !whole) {
            return;
        }
        evaluated.inc();
        Optional<String> violation = statistics.violation(rule.expectation());
        if (violation.isPresent()) {
            broken.inc();
            Instant end = Instant.ofEpochMilli(start + rule.windowMs());
            out.collect(rule.flagged(stream, start, violation.get(), end, statistics.receivedAtMs));
        }
    }
}
