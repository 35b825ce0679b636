package io.fueloptimine.models.alarm.lifecycle;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The performance figures of the alarms of one site, with the names of OPC UA Part 9, since the
 * start of the process. An alarm counts each time it is shown to people: when it is raised, and
 * when its condition returns, unless it is put aside. Not thread-safe; a metric may read a value
 * while it changes.
 */
public final class AlarmRates {

    /** The period of the alarm rate. */
    public static final Duration PERIOD = Duration.ofMinutes(10);

    private final Deque<Instant> shown = new ArrayDeque<>();
    private long alarmCount;
    private int maximumAlarmRate;
    private double maximumUnAckS;
    private double maximumActiveS;
    private int maximumReAlarmCount;

    /** Counts a change of an alarm of the site. */
    public void add(Alert alert, Instant activeSince) {
        AlertStatus status = alert.status();
        switch (status.change()) {
            case RAISED, RETURNED -> {
                if (!status.putAside()) {
                    show(status.changedAt());
                }
                maximumReAlarmCount = Math.max(maximumReAlarmCount, status.occurrences() - 1);
            }
            case ACKNOWLEDGED ->
                    maximumUnAckS =
                            Math.max(maximumUnAckS, seconds(activeSince, status.changedAt()));
            case CLEARED ->
                    maximumActiveS =
                            Math.max(maximumActiveS, seconds(activeSince, status.changedAt()));
            default -> {}
        }
    }

    private void show(Instant at) {
        alarmCount++;
        shown.addLast(at);
        forgetBefore(at.minus(PERIOD));
        maximumAlarmRate = Math.max(maximumAlarmRate, shown.size());
    }

    private void forgetBefore(Instant time) {
        while (!shown.isEmpty() && !shown.peekFirst().isAfter(time)) {
            shown.removeFirst();
        }
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1_000.0;
    }

    /** Alarms shown. */
    public long alarmCount() {
        return alarmCount;
    }

    /** Alarms shown in the ten minutes before the last one. */
    public int currentAlarmRate() {
        return shown.size();
    }

    /** The most alarms shown in ten minutes. */
    public int maximumAlarmRate() {
        return maximumAlarmRate;
    }

    /** The longest time until an alarm was acknowledged, s. */
    public double maximumUnAckS() {
        return maximumUnAckS;
    }

    /** The longest time for which a condition was present, s. */
    public double maximumActiveS() {
        return maximumActiveS;
    }

    /** The most returns of one alarm. */
    public int maximumReAlarmCount() {
        return maximumReAlarmCount;
    }
}
