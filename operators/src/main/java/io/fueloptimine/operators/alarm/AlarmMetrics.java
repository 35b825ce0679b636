package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.lifecycle.AlarmLife;
import io.fueloptimine.models.alarm.lifecycle.AlarmRates;
import io.fueloptimine.models.mine.alarm.AlertChange;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * The metrics of alarms: counters, and the figures of {@link AlarmRates} by site. Each subtask
 * counts the alarms of its own machines: add the counts and rates of the subtasks, and take the
 * maximum of their maxima.
 */
final class AlarmMetrics {

    private final MetricGroup group;
    private final Map<String, AlarmRates> sites = new HashMap<>();
    private final Counter raised;
    private final Counter cleared;
    private final Counter commandsAccepted;
    private final Counter commandsRefused;

    AlarmMetrics(MetricGroup group) {
        this.group = group;
        this.raised = group.counter("alarmsRaised");
        this.cleared = group.counter("alarmsCleared");
        this.commandsAccepted = group.counter("alarmCommandsAccepted");
        this.commandsRefused = group.counter("alarmCommandsRefused");
    }

    void changed(AlarmLife life) {
        AlertChange change = life.alert().status().change();
        if (change == AlertChange.RAISED) {
            raised.inc();
        } else if (change == AlertChange.CLEARED) {
            cleared.inc();
        }
        sites.computeIfAbsent(life.alert().site(), this::register)
                .add(life.alert(), life.activeSince());
    }

    void answered(boolean accepted) {
        (accepted ? commandsAccepted : commandsRefused).inc();
    }

    private AlarmRates register(String site) {
        AlarmRates rates = new AlarmRates();
        MetricGroup bySite = group.addGroup("site", site);
        bySite.gauge("AlarmCount", (Gauge<Long>) rates::alarmCount);
        bySite.gauge("CurrentAlarmRate", (Gauge<Integer>) rates::currentAlarmRate);
        bySite.gauge("MaximumAlarmRate", (Gauge<Integer>) rates::maximumAlarmRate);
        bySite.gauge("MaximumUnAck", (Gauge<Double>) rates::maximumUnAckS);
        bySite.gauge("MaximumActiveState", (Gauge<Double>) rates::maximumActiveS);
        bySite.gauge("MaximumReAlarmCount", (Gauge<Integer>) rates::maximumReAlarmCount);
        return rates;
    }
}
