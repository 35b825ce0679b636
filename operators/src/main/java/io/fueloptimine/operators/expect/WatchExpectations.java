package io.fueloptimine.operators.expect;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.operators.expect.WindowRules.Ready;
import io.fueloptimine.operators.validate.InvalidSuiteException;
import io.fueloptimine.operators.validate.SuiteUpdates;
import io.fueloptimine.operators.validate.ValidationSuite;
import io.fueloptimine.operators.validate.expectation.RowCountBetween;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Holds each machine's windows of event time against the suite's expectations of windows; one that
 * is broken leaves as a record with the verdict FLAGGED, whose id follows from machine, rule and
 * window.
 *
 * <p>A window is judged once, when the watermark is the allowed lateness beyond its end; a reading
 * that comes later is not in it. Silence is told as soon as it lasts, measured by the site's time.
 * The number of rows is not judged for the window in which a machine, or a rule, was first heard
 * of, because that one is not whole.
 *
 * <p>A suite that comes by broadcast is used from then on. Rules that it leaves as they were go on
 * with what they gathered; a changed rule begins afresh; windows of a rule that is gone are
 * dropped. One with faults is refused, the one before stays.
 *
 * <p>Forgets a machine that was silent for a week. Metrics: {@code windowsJudged}, {@code
 * windowsBroken}, {@code silences}, {@code readingsTooLate}, {@code suitesRefused}.
 */
public final class WatchExpectations
        extends KeyedBroadcastProcessFunction<String, Reading, SuiteUpdate, QualityRecord> {

    /** How the ids of its records begin, and those of no other. */
    public static final String ID_PREFIX = "window/";

    private static final long serialVersionUID = 1L;
    private static final Duration MEMORY = Duration.ofDays(7);
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final ValidationSuite first;
    private final long latenessMs;

    private transient MapState<String, WindowTally> windows;
    private transient MapState<String, Long> heardSince;
    private transient MapState<String, Long> silenceDue;
    private transient ValueState<Silence> lastHeard;
    private transient SuiteUpdate inUse;
    private transient WindowRules rules;
    private transient Counter judged;
    private transient Counter broken;
    private transient Counter silences;
    private transient Counter tooLate;
    private transient Counter refused;

    WatchExpectations(ValidationSuite first, Duration allowedLateness) {
        this.first = first;
        this.latenessMs = allowedLateness.toMillis();
    }

    /**
     * Adds the watching to a job.
     *
     * @param readings valid readings, each once, with watermarks
     * @param suites suites by broadcast with {@link SuiteUpdates#STATE}
     * @param first the suite in use until another comes
     * @param allowedLateness how long windows wait for late readings, event time
     */
    public static SingleOutputStreamOperator<QualityRecord> of(
            DataStream<Reading> readings,
            BroadcastStream<SuiteUpdate> suites,
            ValidationSuite first,
            Duration allowedLateness) {
        return readings.keyBy(MachineStream::keyOf)
                .connect(suites)
                .process(new WatchExpectations(first, allowedLateness))
                .uid("watch-expectations")
                .name("Watch expectations of windows");
    }

    @Override
    public void open(OpenContext context) {
        windows =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "open-windows",
                                        Types.STRING,
                                        Types.POJO(WindowTally.class)));
        heardSince = getRuntimeContext().getMapState(forgotten("heard-since"));
        silenceDue = getRuntimeContext().getMapState(forgotten("silence-due"));
        ValueStateDescriptor<Silence> last =
                new ValueStateDescriptor<>("last-heard", Types.POJO(Silence.class));
        last.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
        lastHeard = getRuntimeContext().getState(last);
        judged = getRuntimeContext().getMetricGroup().counter("windowsJudged");
        broken = getRuntimeContext().getMetricGroup().counter("windowsBroken");
        silences = getRuntimeContext().getMetricGroup().counter("silences");
        tooLate = getRuntimeContext().getMetricGroup().counter("readingsTooLate");
        refused = getRuntimeContext().getMetricGroup().counter("suitesRefused");
        rules = new WindowRules(first);
    }

    @Override
    public void processElement(
            Reading reading, ReadOnlyContext context, Collector<QualityRecord> out)
            throws Exception {
        follow(context.getBroadcastState(SuiteUpdates.STATE));
        boolean silenceMatters = false;
        for (Ready ready : rules.all()) {
            if (!ready.rule().holdsFor(reading)) {
                continue;
            }
            if (ready.isOfSilence()) {
                silenceMatters = true;
                awaitSilence(ready, reading, context);
            } else {
                gather(ready, reading, context);
            }
        }
        if (silenceMatters) {
            noteHeard(reading);
        }
    }

    @Override
    public void processBroadcastElement(
            SuiteUpdate update, Context context, Collector<QualityRecord> out) throws Exception {
        try {
            SuiteUpdates.suiteOf(update);
            context.getBroadcastState(SuiteUpdates.STATE).put(SuiteUpdate.KEY, update);
        } catch (InvalidSuiteException e) {
            // Ingest, which hears the same suites, tells of it with every fault.
            refused.inc();
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<QualityRecord> out)
            throws Exception {
        follow(context.getBroadcastState(SuiteUpdates.STATE));
        MachineStream stream = MachineStream.of(context.getCurrentKey());
        judgeWindows(at, stream, out);
        judgeSilence(at, stream, context, out);
    }

    private void gather(Ready ready, Reading reading, ReadOnlyContext context) throws Exception {
        long time = reading.time().toEpochMilli();
        long start = Math.floorDiv(time, ready.windowMs()) * ready.windowMs();
        long due = start + ready.windowMs() + latenessMs - 1;
        if (due <= context.timerService().currentWatermark()) {
            tooLate.inc();
            return;
        }
        Long since = heardSince.get(ready.memoryKey());
        if (since == null || time < since) {
            heardSince.put(ready.memoryKey(), time);
        }
        String window = ready.memoryKey() + "@" + start;
        WindowTally tally = windows.get(window);
        tally = tally == null ? new WindowTally() : tally;
        tally.add(ready.expectation(), ready.valueIn(reading), reading.receivedAt().toEpochMilli());
        windows.put(window, tally);
        context.timerService().registerEventTimeTimer(due);
    }

    private void judgeWindows(long at, MachineStream stream, Collector<QualityRecord> out)
            throws Exception {
        List<Map.Entry<String, WindowTally>> open = new ArrayList<>();
        windows.entries().forEach(entry -> open.add(Map.entry(entry.getKey(), entry.getValue())));
        for (Map.Entry<String, WindowTally> entry : open) {
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
            WindowTally tally,
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
            out.collect(record(ready, stream, start, breach.get(), end, tally.receivedAtMs));
        }
    }

    private void awaitSilence(Ready ready, Reading reading, ReadOnlyContext context)
            throws Exception {
        Silence last = lastHeard.value();
        boolean news = last == null || last.lastMs() < reading.time().toEpochMilli();
        if (news && silenceDue.get(ready.memoryKey()) == null) {
            long due = reading.time().toEpochMilli() + ready.windowMs();
            silenceDue.put(ready.memoryKey(), due);
            context.timerService().registerEventTimeTimer(due);
        }
    }

    private void noteHeard(Reading reading) throws Exception {
        long time = reading.time().toEpochMilli();
        Silence known = lastHeard.value();
        if (known == null || known.lastMs() < time) {
            lastHeard.update(new Silence(time, reading.receivedAt().toEpochMilli()));
        }
    }

    private void judgeSilence(
            long at, MachineStream stream, OnTimerContext context, Collector<QualityRecord> out)
            throws Exception {
        List<String> due = new ArrayList<>();
        for (Map.Entry<String, Long> entry : silenceDue.entries()) {
            if (entry.getValue() <= at) {
                due.add(entry.getKey());
            }
        }
        boolean ended = context.timerService().currentWatermark() == END_OF_INPUT;
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
                context.timerService().registerEventTimeTimer(ends);
            } else {
                silences.inc();
                String observed = "nothing since " + Instant.ofEpochMilli(last.lastMs());
                Instant now = Instant.ofEpochMilli(ends);
                out.collect(
                        record(
                                rule.get(),
                                stream,
                                last.lastMs(),
                                observed,
                                now,
                                last.receivedAtMs()));
            }
        }
    }

    private static QualityRecord record(
            Ready ready,
            MachineStream stream,
            long start,
            String observed,
            Instant end,
            long receivedAtMs) {
        String id =
                String.join(
                        "/",
                        stream.site(),
                        stream.machineId(),
                        stream.stream().topicName(),
                        ready.rule().name(),
                        Long.toString(start));
        return new QualityRecord(
                ID_PREFIX + id,
                QualityVerdict.FLAGGED,
                ready.rule().name(),
                ready.rule().severity(),
                ready.expectation().field(),
                observed,
                ready.expectation().expected(),
                stream.topic(),
                stream.machineId(),
                end,
                Instant.ofEpochMilli(receivedAtMs),
                false,
                null);
    }

    /** Takes up the suite that was broadcast last. */
    private void follow(ReadOnlyBroadcastState<String, SuiteUpdate> state) throws Exception {
        SuiteUpdate update = state.get(SuiteUpdate.KEY);
        if (update == null || update.equals(inUse)) {
            return;
        }
        inUse = update;
        try {
            rules = new WindowRules(SuiteUpdates.suiteOf(update));
        } catch (InvalidSuiteException e) {
            // Accepted by an earlier version of the product: the suite before stays.
            refused.inc();
        }
    }

    private static MapStateDescriptor<String, Long> forgotten(String name) {
        MapStateDescriptor<String, Long> descriptor =
                new MapStateDescriptor<>(name, Types.STRING, Types.LONG);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
        return descriptor;
    }
}
