package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.models.quality.window.MachineStream;
import io.fueloptimine.models.quality.window.WindowRules;
import io.fueloptimine.models.quality.window.WindowRules.Ready;
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
public final class CheckWindows
        extends KeyedBroadcastProcessFunction<String, Reading, SuiteUpdate, QualityRecord> {

    private static final long serialVersionUID = 1L;

    /** How long a machine that is silent is remembered, by the wall clock. */
    static final Duration MEMORY = Duration.ofDays(7);

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
                .process(new CheckWindows(first, allowedLateness))
                .uid("watch-expectations")
                .name("Watch expectations of windows");
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
        follow(context.getBroadcastState(SuiteUpdates.STATE));
        boolean silenceMatters = false;
        for (Ready ready : rules.all()) {
            if (!ready.rule().holdsFor(reading)) {
                continue;
            }
            if (ready.isOfSilence()) {
                silenceMatters = true;
                silences.await(ready, reading, context.timerService());
            } else {
                windows.gather(ready, reading, context.timerService());
            }
        }
        if (silenceMatters) {
            silences.noteHeard(reading);
        }
    }

    @Override
    public void processBroadcastElement(
            SuiteUpdate update, Context context, Collector<QualityRecord> out) throws Exception {
        try {
            SuiteUpdates.suiteOf(update);
            context.getBroadcastState(SuiteUpdates.STATE).put(SuiteUpdate.KEY, update);
        } catch (InvalidInputException e) {
            // Ingest, which hears the same suites, tells of it with every fault.
            refused.inc();
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<QualityRecord> out)
            throws Exception {
        follow(context.getBroadcastState(SuiteUpdates.STATE));
        MachineStream stream = MachineStream.of(context.getCurrentKey());
        windows.judge(at, rules, stream, out);
        silences.judge(at, rules, stream, context.timerService(), out);
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
        } catch (InvalidInputException e) {
            // Accepted by an earlier version of the product: the suite before stays.
            refused.inc();
        }
    }
}
