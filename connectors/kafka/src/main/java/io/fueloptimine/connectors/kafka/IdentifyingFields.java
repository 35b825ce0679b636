package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.models.mine.SuiteUpdate;
import java.util.List;

/**
 * The fields that downstream operators need to key or time a record. JSON without one of them
 * counts as unreadable.
 */
final class IdentifyingFields {

    private IdentifyingFields() {}

    /** The name of the first such field that is null; null if none is. */
    static String firstMissing(Object record) {
        if (record instanceof Reading reading) {
            return firstMissingOf(reading);
        }
        if (record instanceof ScoredWindow scored) {
            return scored.window() == null ? "window" : firstMissingOf(scored.window());
        }
        if (record instanceof HaulCycle cycle) {
            return firstNull(
                    "cycleId", cycle.cycleId(),
                    "site", cycle.site(),
                    "truckId", cycle.truckId(),
                    "emptyAt", cycle.emptyAt(),
                    "flags", cycle.flags());
        }
        if (record instanceof QualityRecord quality) {
            return firstNull("qualityId", quality.qualityId(), "verdict", quality.verdict());
        }
        if (record instanceof AssignmentMessage assignment) {
            return firstMissingOf(assignment);
        }
        if (record instanceof ModelAnnouncement announcement) {
            return firstNull("name", announcement.name());
        }
        if (record instanceof SuiteUpdate update) {
            return firstNull("yaml", update.yaml());
        }
        return null;
    }

    private static String firstMissingOf(Reading reading) {
        String missing =
                firstNull(
                        "site", reading.site(),
                        "kind", reading.kind(),
                        "machineId", reading.machineId(),
                        "stream", reading.stream(),
                        "time", reading.time(),
                        "flags", reading.flags());
        if (missing != null) {
            return missing;
        }
        return firstNull(reading.stream().topicName(), payloadOf(reading));
    }

    private static Object payloadOf(Reading reading) {
        return switch (reading.stream()) {
            case TELEMETRY -> reading.telemetry();
            case STATE -> reading.state();
            case NOTE -> reading.note();
            case REFUEL -> reading.refuel();
            case REPLY -> reading.reply();
            case CYCLE -> reading.cycle();
        };
    }

    private static String firstMissingOf(AssignmentMessage assignment) {
        List<AssignmentMessage.Request> requests = assignment.requests();
        AssignmentMessage.Request first =
                requests == null || requests.isEmpty() ? null : requests.get(0);
        String missing =
                firstNull(
                        "EquipmentId", assignment.equipmentId(),
                        "Timestamp", assignment.timestamp(),
                        "HaulTruckAssignmentRequestV2", first);
        return missing != null
                ? missing
                : firstNull("AssignmentId", first.assignmentId(), "ValidUntil", first.validUntil());
    }

    private static String firstMissingOf(FuelWindow window) {
        return firstNull(
                "site", window.site(),
                "machineId", window.machineId(),
                "start", window.start(),
                "end", window.end());
    }

    private static String firstNull(Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                return (String) namesAndValues[i];
            }
        }
        return null;
    }
}
