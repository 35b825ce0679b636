package io.fueloptimine.models.alarm.flood;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The signals of a site about a condition that many of its machines have. */
final class FloodSignals {

    private FloodSignals() {}

    /**
     * The signal that names the machines of a group.
     *
     * @param grouped the machines by the time at which their condition began, at least one
     */
    static AlarmSignal begin(List<FloodMember> grouped, Instant at) {
        AlarmSignal first = grouped.get(0).signal();
        List<String> names =
                grouped.stream().map(member -> member.signal().machineId()).sorted().toList();
        String listed = String.join(", ", names);
        return ofSite(
                        first,
                        first.type() == AlertType.SILENT_SENSOR
                                ? Severity.CRITICAL
                                : first.severity(),
                        at,
                        true,
                        first.type() == AlertType.SILENT_SENSOR
                                ? names.size()
                                        + " machines send no telemetry; check broker, network and"
                                        + " gateway: "
                                        + listed
                                : names.size() + " machines with one cause: " + listed,
                        Map.of("machines", (double) names.size()))
                .withText(
                        FloodControl.COMMON, Map.of("names", listed, "type", first.type().name()));
    }

    /**
     * The signal that the group has ended.
     *
     * @param gone the signal of one of its machines
     */
    static AlarmSignal end(AlarmSignal gone, Instant at) {
        String message =
                gone.type() == AlertType.SILENT_SENSOR
                        ? "Telemetry received again"
                        : "No common cause any more";
        return ofSite(gone, Severity.INFO, at, false, message, Map.of());
    }

    private static AlarmSignal ofSite(
            AlarmSignal member,
            Severity severity,
            Instant at,
            boolean present,
            String message,
            Map<String, Double> evidence) {
        return new AlarmSignal(
                        member.site(),
                        null,
                        member.type(),
                        severity,
                        at,
                        present,
                        message,
                        evidence)
                .ofCause(
                        member.causeId() == null
                                ? FloodControl.COMMON
                                : FloodControl.COMMON + " " + member.causeId());
    }
}
