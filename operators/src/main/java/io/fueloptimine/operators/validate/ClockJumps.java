package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockJump;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;

/**
 * Finds readings of machines whose clock is far ahead of the time of arrival. For known machines
 * the class also creates signals for job alarms: at most one in ten minutes while the clock of the
 * machine is wrong, and one when the clock is right again. Unknown machines cause no signals,
 * because a sender can use any number of invented names.
 *
 * <p>State: one {@link ClockJump} per stream of a machine whose clock was wrong, until 30 days
 * after its last change. Metric: {@code clockJumps}. Not thread-safe.
 */
final class ClockJumps {

    static final String RULE = "clock-jump";

    private static final Duration RETENTION = Duration.ofDays(30);

    private final ClockRules rules;
    private final ValueState<ClockJump> state;
    private final Counter clockJumps;

    /** Creates an instance for the operator with the given context. */
    ClockJumps(ClockRules rules, RuntimeContext context) {
        this.rules = rules;
        ValueStateDescriptor<ClockJump> descriptor =
                new ValueStateDescriptor<>("clock-jump", Types.POJO(ClockJump.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        state = context.getState(descriptor);
        clockJumps = context.getMetricGroup().counter("clockJumps");
    }

    /**
     * The record of the rejection of a reading whose time is too far ahead of the reading's
     * arrival; empty for any other reading.
     */
    Optional<QualityRecord> rejection(DecodedMessage message) {
        if (!rules.isClockJump(message.reading())) {
            return Optional.empty();
        }
        clockJumps.inc();
        return Optional.of(rejectionOf(message));
    }

    /** The signal that results from a reading; empty when there is nothing to report. */
    Optional<ReportedSignal> signal(Reading reading) throws Exception {
        if (!rules.isRealTime() || !rules.isKnown(reading.site(), reading.machineId())) {
            return Optional.empty();
        }
        ClockJump before = state.value() == null ? ClockJump.NONE : state.value();
        long arrival = reading.receivedAt().toEpochMilli();
        boolean jump = rules.isClockJump(reading);
        if (jump && before.isDue(arrival)) {
            state.update(new ClockJump(arrival, true));
            return Optional.of(wrong(reading));
        }
        if (!jump && before.active()) {
            state.update(new ClockJump(before.reportedMillis(), false));
            return Optional.of(right(reading));
        }
        return Optional.empty();
    }

    private QualityRecord rejectionOf(DecodedMessage message) {
        Reading reading = message.reading();
        return new QualityRecord(
                reading.id() + "/" + RULE,
                QualityVerdict.REJECTED,
                RULE,
                Severity.CRITICAL,
                "time",
                reading.time().toString(),
                "at most " + rules.maxAhead().toSeconds() + " s after the arrival of the message",
                message.topic(),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                message.payload());
    }

    private ReportedSignal wrong(Reading reading) {
        double aheadS = rules.aheadOfArrivalSeconds(reading);
        String cause =
                String.format(
                        Locale.ROOT,
                        "The clock is %,.0f s ahead: %s with the time %s arrived at %s. Readings"
                                + " are rejected until the clock is right.",
                        aheadS,
                        reading.stream().topicName(),
                        reading.time(),
                        reading.receivedAt());
        return signal(reading, Severity.WARNING, true, cause, Map.of("aheadS", aheadS));
    }

    private static ReportedSignal right(Reading reading) {
        return signal(reading, Severity.INFO, false, "The clock is right again", Map.of());
    }

    private static ReportedSignal signal(
            Reading reading,
            Severity severity,
            boolean active,
            String cause,
            Map<String, Double> evidence) {
        Instant at = reading.receivedAt();
        return new ReportedSignal(
                reading.site(),
                reading.machineId(),
                AlertType.CLOCK_JUMP,
                severity,
                active,
                at,
                cause,
                evidence);
    }
}
