package io.fueloptimine.models.alarm.lifecycle;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.flood.FloodControl;
import io.fueloptimine.models.alarm.text.AlarmTexts;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertChange;
import io.fueloptimine.models.mine.alarm.AlertCommand;
import io.fueloptimine.models.mine.alarm.AlertStatus;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One alarm in its life-cycle, as a state machine: each transition returns the next state. The
 * README of models/alarm has the table of states. Immutable and thread-safe.
 *
 * @param alert the alarm as people see it
 * @param signalled the severity of the condition, before escalation
 * @param lessSevereSince since when the condition has been less severe than {@code signalled}
 *     (UTC); null when it is not
 * @param activeSince since when the condition has been present without interruption (UTC)
 * @param goodMin minutes in a row without the condition
 * @param commandIds the last commands carried out, at most {@value #MAX_COMMANDS}, oldest first
 * @param parked whether the state of the machine suppresses the alarm
 * @param grouped whether an alarm of the site suppresses the alarm
 */
public record AlarmLife(
        Alert alert,
        Severity signalled,
        Instant lessSevereSince,
        Instant activeSince,
        int goodMin,
        List<String> commandIds,
        boolean parked,
        boolean grouped) {

    /** How many commands an alarm remembers in order to recognise repeats. */
    public static final int MAX_COMMANDS = 20;

    /**
     * A new alarm.
     *
     * @param since when the condition became present, in event time (UTC)
     */
    public static AlarmLife raised(AlarmSignal signal, Instant since) {
        Alert alert =
                new Alert(
                        signal.alertId(),
                        signal.site(),
                        signal.machineId(),
                        signal.type(),
                        signal.severity(),
                        signal.at(),
                        null,
                        signal.message(),
                        signal.evidence(),
                        AlarmTexts.ENGLISH.of(signal),
                        AlarmTexts.SPANISH.of(signal),
                        AlertStatus.raised(signal.at()));
        return new AlarmLife(alert, signal.severity(), null, since, 0, List.of(), false, false);
    }

    /** Whether the condition is present. */
    public boolean active() {
        return alert.active();
    }

    /** Whether the alarm has ended, so that it need not be kept. */
    public boolean ended() {
        boolean waits = !alert.status().acknowledged() && alert.type() != AlertType.NOTE;
        return switch (alert.status().state()) {
            case NORMAL -> true;
            case RETURNED_UNACKNOWLEDGED -> !waits;
            default -> false;
        };
    }

    /**
     * Whether a condition that becomes present at a time continues this alarm, which is cleared.
     */
    public boolean continues(Instant at, LifecycleSettings settings) {
        Instant end = alert.clearedAt().plus(Duration.ofMinutes(settings.returnMin()));
        return alert.status().putAside() || !at.isAfter(end);
    }

    /** The alarm after its condition became present again. */
    public AlarmLife returned(AlarmSignal signal, Instant since) {
        AlertStatus status = alert.status().after(AlertChange.RETURNED, signal.at(), true);
        return new AlarmLife(
                described(signal).with(signal.severity(), null, status),
                signal.severity(),
                null,
                since,
                0,
                commandIds,
                parked,
                grouped);
    }

    /** The alarm after a further signal that its condition is present. */
    public AlarmLife repeated(AlarmSignal signal, LifecycleSettings settings) {
        int compared = signal.severity().compareTo(signalled);
        if (compared > 0) {
            return severity(signal, AlertChange.SEVERITY_RAISED);
        }
        if (compared == 0 && namesOtherMachines(signal)) {
            AlertStatus status = alert.status().after(AlertChange.EXTENDED, signal.at(), true);
            return with(described(signal).with(alert.severity(), null, status));
        }
        if (compared == 0) {
            return goodMin == 0 && lessSevereSince == null ? this : counted(null, 0);
        }
        Instant since = lessSevereSince == null ? signal.at() : lessSevereSince;
        boolean lasts =
                !signal.at().isBefore(since.plus(Duration.ofMinutes(settings.deescalateMin())));
        return lasts ? severity(signal, AlertChange.SEVERITY_LOWERED) : counted(since, 0);
    }

    /**
     * The number alone does not tell: a machine may have left the common cause when another one
     * joins. The message of a common cause is equal for equal names.
     */
    private boolean namesOtherMachines(AlarmSignal signal) {
        return FloodControl.COMMON.equals(signal.variant())
                ? !signal.message().equals(alert.message())
                : machines(signal.evidence()) > machines(alert.evidence());
    }

    private static double machines(Map<String, Double> evidence) {
        return evidence.getOrDefault("machines", 0.0);
    }

    private AlarmLife severity(AlarmSignal signal, AlertChange change) {
        AlertStatus status = alert.status().after(change, signal.at(), true);
        return new AlarmLife(
                described(signal).with(signal.severity(), null, status),
                signal.severity(),
                null,
                activeSince,
                0,
                commandIds,
                parked,
                grouped);
    }

    /** The alert with the text and evidence of a signal. */
    private Alert described(AlarmSignal signal) {
        return new Alert(
                alert.alertId(),
                alert.site(),
                alert.machineId(),
                alert.type(),
                alert.severity(),
                alert.raisedAt(),
                alert.clearedAt(),
                signal.message(),
                signal.evidence(),
                AlarmTexts.ENGLISH.of(signal),
                AlarmTexts.SPANISH.of(signal),
                alert.status());
    }

    /** The alarm with a number of minutes in a row without the condition. */
    public AlarmLife withGoodMin(int minutes) {
        return counted(lessSevereSince, minutes);
    }

    private AlarmLife counted(Instant newLessSevereSince, int minutes) {
        return new AlarmLife(
                alert,
                signalled,
                newLessSevereSince,
                activeSince,
                minutes,
                commandIds,
                parked,
                grouped);
    }

    /** The alarm after its condition is gone. */
    public AlarmLife cleared(Instant at) {
        AlertStatus status = alert.status().after(AlertChange.CLEARED, at, false);
        return with(alert.with(signalled, at, status));
    }

    /** The alarm after a later alarm of its condition has taken its place. */
    public AlarmLife replaced(Instant at) {
        return with(AlertChange.REPLACED, at);
    }

    /** The alarm after the state of the machine began or ceased to suppress it. */
    public AlarmLife parked(boolean isParked, Instant at) {
        return suppressed(isParked, grouped, at);
    }

    /** The alarm after it became part of an alarm of the site, or is not any more. */
    public AlarmLife grouped(boolean isGrouped, Instant at) {
        return suppressed(parked, isGrouped, at);
    }

    private AlarmLife suppressed(boolean isParked, boolean isGrouped, Instant at) {
        AlarmLife next = with(alert, isParked, isGrouped);
        boolean suppressed = isParked || isGrouped;
        return suppressed == alert.status().suppressed()
                ? next
                : next.with(suppressed ? AlertChange.SUPPRESSED : AlertChange.UNSUPPRESSED, at);
    }

    /**
     * The alarm after a command without faults ({@link CommandCheck#faults}); the same alarm for a
     * repeated command.
     */
    public AlarmLife commanded(AlertCommand command) {
        if (commandIds.contains(command.commandId())) {
            return this;
        }
        AlertChange change =
                switch (command.action()) {
                    case ACKNOWLEDGE -> AlertChange.ACKNOWLEDGED;
                    case SHELVE -> AlertChange.SHELVED;
                    case UNSHELVE -> AlertChange.UNSHELVED;
                    case OUT_OF_SERVICE -> AlertChange.TAKEN_OUT_OF_SERVICE;
                    case IN_SERVICE -> AlertChange.RETURNED_TO_SERVICE;
                };
        AlertStatus status = alert.status().after(change, command, active());
        Severity severity = status.acknowledged() ? signalled : alert.severity();
        List<String> ids =
                Stream.concat(commandIds.stream(), Stream.of(command.commandId())).toList();
        ids = ids.subList(Math.max(0, ids.size() - MAX_COMMANDS), ids.size());
        return new AlarmLife(
                alert.with(severity, alert.clearedAt(), status),
                signalled,
                lessSevereSince,
                activeSince,
                goodMin,
                new ArrayList<>(ids),
                parked,
                grouped);
    }

    /**
     * When the alarm changes without a signal or command: at the end of shelving, or at its
     * escalation (UTC); null when it does not.
     */
    public Instant due(LifecycleSettings settings) {
        if (alert.status().shelvedUntil() != null) {
            return alert.status().shelvedUntil();
        }
        return mayEscalate(settings)
                ? activeSince.plus(Duration.ofMinutes(settings.escalateMin()))
                : null;
    }

    /** The alarm at a time, after the change that was due at that time or before. */
    public AlarmLife elapsed(Instant at, LifecycleSettings settings) {
        Instant due = due(settings);
        if (due == null || due.isAfter(at)) {
            return this;
        }
        if (alert.status().shelvedUntil() != null) {
            return with(AlertChange.SHELVING_ENDED, due);
        }
        AlertStatus status = alert.status().after(AlertChange.ESCALATED, due, true);
        Severity next = Severity.values()[signalled.ordinal() + 1];
        return with(alert.with(next, null, status));
    }

    /** An alarm escalates once; acknowledging it ends the escalation. */
    private boolean mayEscalate(LifecycleSettings settings) {
        return settings.escalateMin() > 0
                && active()
                && !alert.status().acknowledged()
                && !alert.status().putAside()
                && alert.severity() == signalled
                && signalled != Severity.CRITICAL;
    }

    private AlarmLife with(AlertChange change, Instant at) {
        AlertStatus status = alert.status().after(change, at, active());
        return with(alert.with(alert.severity(), alert.clearedAt(), status));
    }

    private AlarmLife with(Alert next) {
        return with(next, parked, grouped);
    }

    private AlarmLife with(Alert next, boolean isParked, boolean isGrouped) {
        return new AlarmLife(
                next,
                signalled,
                lessSevereSince,
                activeSince,
                goodMin,
                commandIds,
                isParked,
                isGrouped);
    }
}
