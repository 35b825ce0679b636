package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.quality.expectation.ValueText;
import io.fueloptimine.models.quality.expectation.ValuesBetween;
import io.fueloptimine.models.quality.suite.MachineMemory;
import io.fueloptimine.models.quality.suite.Rule;
import io.fueloptimine.models.quality.suite.RuleAction;
import io.fueloptimine.models.quality.suite.RuleCheck;
import io.fueloptimine.models.quality.suite.SuiteChecks;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds readings against a suite of declared rules. A reading that breaks a rejecting rule leaves
 * on {@link #REJECTED} with the first such rule's name and its bytes; every other one goes on,
 * bearing the names of the flagging and clamping rules it broke, each of them also told on {@link
 * #FLAGGED}. Later rules see what earlier ones clamped, and remember nothing of what earlier ones
 * rejected. Key the stream by {@link #keyOf}.
 *
 * <p>A suite that comes by broadcast is used from then on and kept in checkpoints; one with faults
 * is refused whole, the one before stays. Both are told once, under the rule {@code suite}.
 *
 * <p>What rules remember of a machine's stream is forgotten after a week of silence. Streams none
 * of whose rules remembers touch no state.
 *
 * <p>Metrics: {@code valid}, {@code flagged}, {@code clamped}, {@code rejected}, {@code tolerated}
 * (breaches that a rule's {@code mostly} let pass), {@code rule.<name>.broken}; {@code suiteRules},
 * {@code suiteVersion} (when it was published, seconds since the epoch; 0 for the first suite),
 * {@code suitesAccepted}, {@code suitesRefused}.
 */
public final class ValidateReadings
        extends KeyedBroadcastProcessFunction<String, DecodedMessage, SuiteUpdate, Reading> {

    /** Readings that broke a rejecting rule, with their bytes; and suites refused. */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("rejected") {
                private static final long serialVersionUID = 1L;
            };

    /** One record for each flagging rule that a valid reading broke; and suites accepted. */
    public static final OutputTag<QualityRecord> FLAGGED =
            new OutputTag<>("flagged") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ValidateReadings.class);
    private static final Duration MEMORY = Duration.ofDays(7);

    private final ValidationSuite first;

    private transient SuiteChecks checks;
    private transient boolean restored;
    private transient ValueState<MachineMemory> memories;
    private transient ValidationMetrics metrics;

    /**
     * @param first the suite in use until another comes by broadcast
     */
    public ValidateReadings(ValidationSuite first) {
        this.first = first;
    }

    /** The key: that of {@link DropDuplicates}, so that one shuffle serves both. */
    public static String keyOf(DecodedMessage decoded) {
        return DropDuplicates.keyOf(decoded.reading());
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<MachineMemory> descriptor =
                new ValueStateDescriptor<>("rule-memory", MachineMemory.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
        memories = getRuntimeContext().getState(descriptor);
        metrics = new ValidationMetrics(getRuntimeContext().getMetricGroup());
        checks = new SuiteChecks(first);
        metrics.use(first);
    }

    @Override
    public void processElement(
            DecodedMessage decoded, ReadOnlyContext context, Collector<Reading> out)
            throws Exception {
        restore(context.getBroadcastState(SuiteUpdates.STATE));
        Set<String> memoryKeys = checks.memoryKeys(decoded.reading().stream());
        if (memoryKeys.isEmpty()) {
            judge(decoded, null, context, out);
            return;
        }
        MachineMemory memory = memories.value();
        memory = memory == null ? new MachineMemory() : memory;
        memory.follow(checks.suite().digest(), memoryKeys);
        judge(decoded, memory, context, out);
        memories.update(memory);
    }

    @Override
    public void processBroadcastElement(SuiteUpdate update, Context context, Collector<Reading> out)
            throws Exception {
        restore(context.getBroadcastState(SuiteUpdates.STATE));
        // Every subtask hears every suite; one tells.
        boolean tells = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        try {
            ValidationSuite suite = SuiteUpdates.suiteOf(update);
            use(suite, update);
            context.getBroadcastState(SuiteUpdates.STATE).put(SuiteUpdate.KEY, update);
            metrics.suitesAccepted.inc();
            LOG.info("Suite {} ({}) is in use from now", suite.name(), suite.digest());
            if (tells) {
                context.output(FLAGGED, SuiteUpdates.accepted(update, suite));
            }
        } catch (InvalidInputException e) {
            metrics.suitesRefused.inc();
            LOG.error("A suite was refused, {} stays: {}", checks.suite().name(), e.getMessage());
            if (tells) {
                context.output(REJECTED, SuiteUpdates.refused(update, e));
            }
        }
    }

    /** Takes up the suite of before a restart; broadcast state cannot be read any earlier. */
    private void restore(ReadOnlyBroadcastState<String, SuiteUpdate> state) throws Exception {
        if (restored) {
            return;
        }
        restored = true;
        SuiteUpdate update = state.get(SuiteUpdate.KEY);
        if (update == null) {
            return;
        }
        try {
            use(SuiteUpdates.suiteOf(update), update);
        } catch (InvalidInputException e) {
            // Accepted once: this version of the product knows better, and must not stop over it.
            LOG.error("The suite of the checkpoint is refused: {}", e.getMessage());
        }
    }

    private void use(ValidationSuite suite, SuiteUpdate update) {
        checks = new SuiteChecks(suite);
        metrics.use(suite, update);
    }

    private void judge(
            DecodedMessage decoded,
            MachineMemory memory,
            ReadOnlyContext context,
            Collector<Reading> out) {
        Reading reading = decoded.reading();
        List<QualityRecord> flags = null;
        for (RuleCheck check : checks.of(reading.stream())) {
            RuleCheck.Breach breach = check.breach(reading, decoded.clockAheadS(), memory);
            if (breach == null) {
                continue;
            }
            if (breach.tolerated()) {
                metrics.tolerated.inc();
                continue;
            }
            metrics.broken(check.rule());
            if (check.rule().action() == RuleAction.REJECT) {
                metrics.rejected.inc();
                context.output(REJECTED, rejection(decoded, check, breach.observed()));
                return;
            }
            flags = flags == null ? new ArrayList<>() : flags;
            flags.add(flag(decoded, check, observed(reading, check, breach)));
            reading = passing(reading, check);
        }
        metrics.valid.inc();
        out.collect(flags == null ? reading : tellFlags(reading, flags, context));
    }

    private static String observed(Reading reading, RuleCheck check, RuleCheck.Breach breach) {
        return check.rule().action() == RuleAction.CLAMP
                        && check.rule().expectation() instanceof ValuesBetween between
                ? breach.observed() + ", clamped to " + ValueText.plain(between.bound(reading))
                : breach.observed();
    }

    private Reading passing(Reading reading, RuleCheck check) {
        if (check.rule().action() == RuleAction.CLAMP
                && check.rule().expectation() instanceof ValuesBetween between) {
            metrics.clamped.inc();
            return between.clamp(reading);
        }
        return reading;
    }

    private Reading tellFlags(Reading reading, List<QualityRecord> flags, ReadOnlyContext context) {
        metrics.flagged.inc();
        flags.forEach(flag -> context.output(FLAGGED, flag));
        return reading.withFlags(
                Stream.concat(reading.flags().stream(), flags.stream().map(QualityRecord::rule))
                        .toList());
    }

    private static QualityRecord rejection(
            DecodedMessage decoded, RuleCheck check, String observed) {
        return record(decoded, check, observed, QualityVerdict.REJECTED, decoded.payload());
    }

    private static QualityRecord flag(DecodedMessage decoded, RuleCheck check, String observed) {
        return record(decoded, check, observed, QualityVerdict.FLAGGED, null);
    }

    private static QualityRecord record(
            DecodedMessage decoded,
            RuleCheck check,
            String observed,
            QualityVerdict verdict,
            byte[] payload) {
        Reading reading = decoded.reading();
        Rule rule = check.rule();
        return new QualityRecord(
                reading.id() + "/" + rule.name(),
                verdict,
                rule.name(),
                rule.severity(),
                rule.expectation().field(),
                observed,
                check.expected(),
                decoded.topic(),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                payload);
    }
}
