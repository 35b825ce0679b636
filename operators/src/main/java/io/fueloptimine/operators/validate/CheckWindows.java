package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.models.quality.window.MachineStream;
import io.fueloptimine.models.quality.window.WindowRule;
import io.fueloptimine.models.quality.window.WindowRules;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Evaluates the suite's window expectations for each machine's stream, in windows of event time. A
 * violation is emitted as a record with the verdict FLAGGED and an id that is derived from machine,
 * rule and window.
 *
 * <p>A window is evaluated once, when the watermark is past the window's end by the allowed
 * lateness; later readings are not included. Silence is reported when it lasts longer than the
 * rule's limit, in event time. Row counts are not evaluated in the window of a machine's or rule's
 * first reading, because that window is incomplete.
 *
 * <p>A suite that arrives on the broadcast stream replaces the current one. Unchanged rules keep
 * their unfinished windows, changed rules start new windows, and windows of removed rules are
 * dropped. A suite with faults is rejected, and the current one stays in use.
 *
 * <p>State expires after a week without readings of the machine's stream. Metrics: {@code
 * windowsEvaluated}, {@code windowsViolated}, {@code silences}, {@code readingsTooLate}, {@code
 * suitesRefused}.
 */
public final class CheckWindows
        extends KeyedBroadcastProcessFunction<String, Reading, SuiteUpdate, QualityRecord> {

    private static final long serialVersionUID = 1L;

    /** For how long the state of a silent machine is kept, in processing time. */
    static final Duration RETENTION = Duration.ofDays(7);

    private final ValidationSuite first;
    private final long latenessMs;

    private transient OpenWindows windows;
    private transient SilenceTimers silences;
    private transient SuiteUpdate inUse;
    private transient WindowRules rules;
    private transient Counter refused;

    CheckWindows(ValidationSuite first, Duration allowedLateness) {
        this.first = first;
        this.latenessMs = allowedLateness.toMillis();
    }

    /**
     * Adds the operator to a job.
     *
     * @param readings valid readings, each once, with watermarks
     * @param suites validation suites, broadcast with {@link SuiteUpdates#STATE}
     * @param first the suite in use until a suite arrives on the broadcast stream
     * @param allowedLateness how long windows wait for late readings, event time
     */
    public static SingleOutputStreamOperator<QualityRecord> of(
            DataStream<Reading> readings,
            BroadcastStream<SuiteUpdate> suites,
            ValidationSuite first,
            Duration allowedLateness) {
        return readings.keyBy(MachineStream::keyOf)
                .connect(suites)
                .process(new CheckWindows(first, allowedLateness))
                .uid("check-window-expectations")
                .name("Check window expectations");
    }

    @Override
    public void open(OpenContext context) {
        windows = new OpenWindows(getRuntimeContext(), latenessMs);
        silences = new SilenceTimers(getRuntimeContext());
        refused = getRuntimeContext().getMetricGroup().counter("suitesRefused");
        rules = new WindowRules(first);
    }

    @Override
    public void processElement(
            Reading reading, ReadOnlyContext context, Collector<QualityRecord> out)
            throws Exception {
        useLatestSuite(context.getBroadcastState(SuiteUpdates.STATE));
        boolean hasSilenceRule = false;
        for (WindowRule rule : rules.all()) {
            if (!rule.rule().appliesTo(reading)) {
                continue;
            }
            if (rule.isSilenceRule()) {
                hasSilenceRule = true;
                silences.schedule(rule, reading, context.timerService());
            } else {
                windows.add(rule, reading, context.timerService());
            }
        }
        if (hasSilenceRule) {
            silences.update(reading);
        }
    }

    @Override
    public void processBroadcastElement(
            SuiteUpdate update, Context context, Collector<QualityRecord> out) throws Exception {
        if (SuiteUpdates.apply(update, WindowRules::new).isEmpty()) {
            context.getBroadcastState(SuiteUpdates.STATE).put(SuiteUpdate.KEY, update);
        } else {
            // Job ingest receives the same suites and reports the faults.
            refused.inc();
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<QualityRecord> out)
            throws Exception {
        useLatestSuite(context.getBroadcastState(SuiteUpdates.STATE));
        MachineStream stream = MachineStream.of(context.getCurrentKey());
        windows.evaluate(at, rules, stream, out);
        silences.evaluate(at, rules, stream, context.timerService(), out);
    }

    /** Switches to the suite that was broadcast last. */
    private void useLatestSuite(ReadOnlyBroadcastState<String, SuiteUpdate> state)
            throws Exception {
        SuiteUpdate update = state.get(SuiteUpdate.KEY);
        if (update == null || update.equals(inUse)) {
            return;
        }
        inUse = update;
        // An earlier version may have accepted what this version refuses.
        if (SuiteUpdates.apply(update, suite -> rules = new WindowRules(suite)).isPresent()) {
            refused.inc();
        }
    }
}
