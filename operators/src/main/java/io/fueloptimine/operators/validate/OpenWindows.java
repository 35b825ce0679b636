package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.quality.expectation.RowCountBetween;
import io.fueloptimine.models.quality.window.MachineStream;
import io.fueloptimine.models.quality.window.WindowRules;
import io.fueloptimine.models.quality.window.WindowRules.Ready;
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
 * A machine's windows that are not judged yet, in the keyed state of {@link CheckWindows}, and
 * since when each rule has heard of the machine. The latter lives on with every reading: a machine
 * that is at work for longer than the memory is no newcomer.
 */
final class OpenWindows {

    private final long latenessMs;
    private final MapState<String, WindowStatistics> windows;
    private final MapState<String, Long> heardSince;
    private final Counter judged;
    private final Counter broken;
    private final Counter tooLate;

    OpenWindows(RuntimeContext context, long latenessMs) {
        this.latenessMs = latenessMs;
        windows =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "open-windows", Types.STRING, Types.POJO(WindowStatistics.class)));
        MapStateDescriptor<String, Long> since =
                new MapStateDescriptor<>("heard-since", Types.STRING, Types.LONG);
        since.enableTimeToLive(
                StateTtlConfig.newBuilder(CheckWindows.MEMORY)
                        .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                        .build());
        heardSince = context.getMapState(since);
        judged = context.getMetricGroup().counter("windowsJudged");
        broken = context.getMetricGroup().counter("windowsBroken");
        tooLate = context.getMetricGroup().counter("readingsTooLate");
    }

    /** Takes a reading into its window. */
    void gather(Ready ready, Reading reading, TimerService timers) throws Exception {
        long time = reading.time().toEpochMilli();
        long start = Math.floorDiv(time, ready.windowMs()) * ready.windowMs();
        long due = start + ready.windowMs() + latenessMs - 1;
        if (due <= timers.currentWatermark()) {
            tooLate.inc();
            return;
        }
        Long since = heardSince.get(ready.memoryKey());
        if (since == null || time < since) {
            heardSince.put(ready.memoryKey(), time);
        }
        String window = ready.memoryKey() + "@" + start;
        WindowStatistics tally = windows.get(window);
        tally = tally == null ? new WindowStatistics() : tally;
        tally.add(ready.expectation(), ready.valueIn(reading), reading.receivedAt().toEpochMilli());
        windows.put(window, tally);
        timers.registerEventTimeTimer(due);
    }

    /** Judges the windows that are due, and drops those of rules that are gone. */
    void judge(long at, WindowRules rules, MachineStream stream, Collector<QualityRecord> out)
            throws Exception {
        List<Map.Entry<String, WindowStatistics>> open = new ArrayList<>();
        windows.entries().forEach(entry -> open.add(Map.entry(entry.getKey(), entry.getValue())));
        for (Map.Entry<String, WindowStatistics> entry : open) {
            int split = entry.getKey().lastIndexOf('@');
            Optional<Ready> rule = rules.find(entry.getKey().substring(0, split));
            long start = Long.parseLong(entry.getKey().substring(split + 1));
            if (rule.isEmpty()) {
                windows.remove(entry.getKey());
            } else if (start + rule.get().windowMs() + latenessMs - 1 <= at) {
                windows.remove(entry.getKey());
                judge(rule.get(), start, entry.getValue(), stream, out);
            }
        }
    }

    private void judge(
            Ready ready,
            long start,
            WindowStatistics tally,
            MachineStream stream,
            Collector<QualityRecord> out)
            throws Exception {
        Long since = heardSince.get(ready.memoryKey());
        boolean whole = since != null && since <= start;
        if (ready.expectation() instanceof RowCountBetween && !whole) {
            return;
        }
        judged.inc();
        Optional<String> breach = tally.breach(ready.expectation());
        if (breach.isPresent()) {
            broken.inc();
            Instant end = Instant.ofEpochMilli(start + ready.windowMs());
            out.collect(ready.flagged(stream, start, breach.get(), end, tally.receivedAtMs));
        }
    }
}
