package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.MachineRuleState;
import io.fueloptimine.models.quality.suite.SuiteChecks;
import io.fueloptimine.models.quality.suite.ValidationResult;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
 * Validates readings against a suite of rules. Key the stream by {@link #keyOf}.
 *
 * <p>A reading that violates a rule with the action reject is emitted on {@link #REJECTED}, with
 * the payload of its message. Any other reading is passed on; its flags contain the names of the
 * rules with the action flag or clamp that it violates. Each of these violations is also emitted on
 * {@link #FLAGGED}.
 *
 * <p>A suite that arrives on the broadcast stream replaces the current one and is kept in
 * checkpoints. A suite that has faults or raises any error is rejected as a whole, and the current
 * one stays in use. One record with the rule {@code suite} reports each replacement and each
 * rejection.
 *
 * <p>Before all rules, a reading whose time is too far ahead of its arrival is rejected under the
 * rule {@code clock-jump}, which no suite can switch off ({@link ClockRules}). The jumps of known
 * machines are reported on {@link #SIGNALS}.
 *
 * <p>State of rules expires after a week without readings of the machine's stream. Readings of a
 * stream without stateful rules cause no access to that state.
 *
 * <p>Metrics: {@code valid}, {@code flagged}, {@code clamped}, {@code rejected}, {@code tolerated}
 * (violations within a rule's {@code mostly}), {@code rule.<name>.broken}; {@code suiteRules},
 * {@code suiteVersion} (when the suite was published, seconds since the epoch; 0 for the suite of
 * the constructor), {@code suitesAccepted}, {@code suitesRefused}, {@code clockJumps}.
 */
public final class ValidateReadings
        extends KeyedBroadcastProcessFunction<String, DecodedMessage, SuiteUpdate, Reading> {

    /**
     * The side output for rejected readings, with the payload of their messages, and for rejected
     * suites.
     */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("rejected") {
                private static final long serialVersionUID = 1L;
            };

    /**
     * The side output with one record for each flag or clamp rule that a valid reading violates,
     * and one record for each accepted suite.
     */
    public static final OutputTag<QualityRecord> FLAGGED =
            new OutputTag<>("flagged") {
                private static final long serialVersionUID = 1L;
            };

    /** The side output for signals about clocks of known machines that became wrong or right. */
    public static final OutputTag<ReportedSignal> SIGNALS =
            new OutputTag<>("clock-signals") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ValidateReadings.class);
    private static final Duration RETENTION = Duration.ofDays(7);

    private final ValidationSuite first;
    private final ClockRules clocks;

    private transient ClockJumps jumps;
    private transient SuiteChecks checks;
    private transient boolean restored;
    private transient ValueState<MachineRuleState> states;
    private transient ValidationMetrics metrics;

    /**
     * @param first the suite in use until a suite arrives on the broadcast stream
     * @param clocks the rules that determine how far readings may be ahead of their arrival
     */
    public ValidateReadings(ValidationSuite first, ClockRules clocks) {
        this.first = first;
        this.clocks = clocks;
    }

    /**
     * The key of a message. It is equal to the key of {@link DropDuplicates}, so that the two
     * operators need only one network shuffle.
     */
    public static String keyOf(DecodedMessage message) {
        return DropDuplicates.keyOf(message.reading());
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<MachineRuleState> descriptor =
                new ValueStateDescriptor<>("rule-state", MachineRuleState.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        states = getRuntimeContext().getState(descriptor);
        jumps = new ClockJumps(clocks, getRuntimeContext());
        metrics = new ValidationMetrics(getRuntimeContext().getMetricGroup());
        checks = new SuiteChecks(first);
        metrics.use(first);
    }

    @Override
    public void processElement(
            DecodedMessage message, ReadOnlyContext context, Collector<Reading> out)
            throws Exception {
        restore(context.getBroadcastState(SuiteUpdates.STATE));
        jumps.signal(message.reading()).ifPresent(signal -> context.output(SIGNALS, signal));
        Optional<QualityRecord> jump = jumps.rejection(message);
        if (jump.isPresent()) {
            context.output(REJECTED, jump.get());
            return;
        }
        Set<String> stateKeys = checks.stateKeys(message.reading().stream());
        if (stateKeys.isEmpty()) {
            validate(message, null, context, out);
            return;
        }
        MachineRuleState state = states.value();
        state = state == null ? new MachineRuleState() : state;
        state.useSuite(checks.suite().digest(), stateKeys);
        validate(message, state, context, out);
        states.update(state);
    }

    @Override
    public void processBroadcastElement(SuiteUpdate update, Context context, Collector<Reading> out)
            throws Exception {
        restore(context.getBroadcastState(SuiteUpdates.STATE));
        // Every subtask receives every suite; only one reports it.
        boolean reports = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        Optional<InvalidInputException> fault =
                SuiteUpdates.apply(update, suite -> use(suite, update));
        if (fault.isEmpty()) {
            context.getBroadcastState(SuiteUpdates.STATE).put(SuiteUpdate.KEY, update);
            metrics.suitesAccepted.inc();
            ValidationSuite suite = checks.suite();
            LOG.info("Suite {} ({}) is now in use", suite.name(), suite.digest());
            if (reports) {
                context.output(FLAGGED, SuiteUpdates.accepted(update, suite));
            }
        } else {
            metrics.suitesRefused.inc();
            LOG.error(
                    "Refused a suite; {} stays in use: {}",
                    checks.suite().name(),
                    fault.get().getMessage());
            if (reports) {
                context.output(REJECTED, SuiteUpdates.refused(update, fault.get()));
            }
        }
    }

    /**
     * Restores the suite of the checkpoint. This is done at the first element, because broadcast
     * state cannot be read in {@code open()}.
     */
    private void restore(ReadOnlyBroadcastState<String, SuiteUpdate> suites) throws Exception {
        if (restored) {
            return;
        }
        restored = true;
        SuiteUpdate update = suites.get(SuiteUpdate.KEY);
        if (update == null) {
            return;
        }
        // An earlier version may have accepted what this version refuses; the job goes on.
        SuiteUpdates.apply(update, suite -> use(suite, update))
                .ifPresent(
                        fault ->
                                LOG.error(
                                        "Refused the suite of the checkpoint: {}",
                                        fault.getMessage()));
    }

    private void use(ValidationSuite suite, SuiteUpdate update) {
        SuiteChecks compiled = new SuiteChecks(suite);
        metrics.use(suite, update);
        checks = compiled;
    }

    private void validate(
            DecodedMessage message,
            MachineRuleState state,
            ReadOnlyContext context,
            Collector<Reading> out) {
        ValidationResult result = checks.validate(message.reading(), message.clockAheadS(), state);
        metrics.count(result);
        if (result.rejection().isPresent()) {
            context.output(REJECTED, result.rejection().get().rejection(message));
            return;
        }
        result.flags().forEach(violation -> context.output(FLAGGED, violation.flag(message)));
        out.collect(result.reading());
    }
}
