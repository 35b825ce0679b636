package io.fueloptimine.models.mine.alarm;

import java.time.Instant;

/**
 * Where an alarm is in its life-cycle. Whether its condition is present (the alert's {@code
 * clearedAt} is null), whether a person has acknowledged it, and whether it is put aside are
 * separate facts, as in OPC UA Part 9; {@code state} is their summary. Immutable.
 *
 * @param state the state after ISA-18.2
 * @param revision the number of the change, from 1; a record with a higher number is newer
 * @param change the last change
 * @param changedAt the time of the last change (UTC)
 * @param user who made the last change; null when no person did
 * @param comment the comment of this person; null without one
 * @param commandId the command that made the last change; null without one
 * @param acknowledgedAt when the alarm was acknowledged (UTC); null when it is not
 * @param acknowledgedBy who acknowledged it; null when nobody has
 * @param shelvedUntil the end of shelving (UTC); null when the alarm is not shelved
 * @param suppressed whether the state of the machine or an alarm of the site suppresses the alarm
 * @param outOfService whether the alarm is out of service
 * @param occurrences how often the condition became present during this alarm, 1 or more
 */
public record AlertStatus(
        AlertState state,
        long revision,
        AlertChange change,
        Instant changedAt,
        String user,
        String comment,
        String commandId,
        Instant acknowledgedAt,
        String acknowledgedBy,
        Instant shelvedUntil,
        boolean suppressed,
        boolean outOfService,
        int occurrences) {

    /** The status of a new alarm. */
    public static AlertStatus raised(Instant at) {
        return new AlertStatus(
                AlertState.UNACKNOWLEDGED,
                1,
                AlertChange.RAISED,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                1);
    }

    /** Whether a person has acknowledged the alarm. */
    public boolean acknowledged() {
        return acknowledgedAt != null;
    }

    /** Whether the alarm is shelved, suppressed or out of service, and so not shown. */
    public boolean putAside() {
        return shelvedUntil != null || suppressed || outOfService;
    }

    /** The next status, without a person. */
    public AlertStatus after(AlertChange next, Instant at, boolean active) {
        return with(next, at, active, null);
    }

    /** The next status, by a command. */
    public AlertStatus after(AlertChange next, AlertCommand command, boolean active) {
        return with(next, command.at(), active, command);
    }

    private AlertStatus with(AlertChange next, Instant at, boolean active, AlertCommand command) {
        boolean returned = next == AlertChange.RETURNED;
        boolean acknowledges = next == AlertChange.ACKNOWLEDGED;
        AlertStatus facts =
                new AlertStatus(
                        null,
                        revision + 1,
                        next,
                        at,
                        command == null ? null : command.user(),
                        command == null ? null : command.comment(),
                        command == null ? null : command.commandId(),
                        acknowledges ? at : returned ? null : acknowledgedAt,
                        acknowledges ? command.user() : returned ? null : acknowledgedBy,
                        switch (next) {
                            case SHELVED -> command.until();
                            case UNSHELVED, SHELVING_ENDED -> null;
                            default -> shelvedUntil;
                        },
                        is(next, AlertChange.SUPPRESSED, AlertChange.UNSUPPRESSED, suppressed),
                        is(
                                next,
                                AlertChange.TAKEN_OUT_OF_SERVICE,
                                AlertChange.RETURNED_TO_SERVICE,
                                outOfService),
                        returned ? occurrences + 1 : occurrences);
        return facts.summarised(active);
    }

    private static boolean is(
            AlertChange next, AlertChange begins, AlertChange ends, boolean before) {
        return next == begins || before && next != ends;
    }

    private AlertStatus summarised(boolean active) {
        return new AlertStatus(
                stateOf(active),
                revision,
                change,
                changedAt,
                user,
                comment,
                commandId,
                acknowledgedAt,
                acknowledgedBy,
                shelvedUntil,
                suppressed,
                outOfService,
                occurrences);
    }

    private AlertState stateOf(boolean active) {
        if (outOfService) {
            return AlertState.OUT_OF_SERVICE;
        }
        if (suppressed) {
            return AlertState.SUPPRESSED;
        }
        if (shelvedUntil != null) {
            return AlertState.SHELVED;
        }
        if (active) {
            return acknowledged() ? AlertState.ACKNOWLEDGED : AlertState.UNACKNOWLEDGED;
        }
        return acknowledged() || endsWhenInactive()
                ? AlertState.NORMAL
                : AlertState.RETURNED_UNACKNOWLEDGED;
    }

    /** After ISA-18.2, an alarm that is no longer put aside returns to normal without condition. */
    private boolean endsWhenInactive() {
        return switch (change) {
            case UNSHELVED, SHELVING_ENDED, UNSUPPRESSED, RETURNED_TO_SERVICE, REPLACED -> true;
            default -> false;
        };
    }
}
