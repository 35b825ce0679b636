package io.fueloptimine.jobs.evaluation.baseline;

import io.fueloptimine.jobs.evaluation.match.RaisedAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The baseline that raises every alarm on every machine every hour. No detector finds more faults;
 * it shows the delay and the false alarms at which a detector says nothing.
 */
public final class AlwaysFire {

    /** The types that find at least one kind of fault. */
    private static final List<String> TYPES =
            List.of(
                    "FUEL_THEFT",
                    "FUEL_LEAK",
                    "METER_BIAS",
                    "DRIFT",
                    "STUCK_SENSOR",
                    "SILENT_SENSOR",
                    "OVERLOAD",
                    "SPEEDING",
                    "FAILING_MACHINE");

    private static final Duration PERIOD = Duration.ofHours(1);

    private AlwaysFire() {}

    /** The alarms from the first full period until the end. */
    public static List<RaisedAlarm> alarms(
            String site, Set<String> machineIds, Instant start, Instant end) {
        List<RaisedAlarm> alarms = new ArrayList<>();
        for (Instant at = start.plus(PERIOD); !at.isAfter(end); at = at.plus(PERIOD)) {
            for (String machineId : machineIds) {
                for (String type : TYPES) {
                    alarms.add(new RaisedAlarm(site, machineId, type, at));
                }
            }
        }
        return alarms;
    }
}
