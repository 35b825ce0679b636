package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.EquipmentKind;

/**
 * The readings that dispatch needs: state changes and replies of trucks, state changes of loading
 * units, and about one in sixty of the trucks' telemetry readings for the fuel level.
 */
public final class FleetReadings {

    private static final int TELEMETRY_ONE_IN = 60;

    private FleetReadings() {}

    /** Whether dispatch needs a reading, if it comes from a machine of {@link FleetMachines}. */
    public static boolean isNeeded(Reading reading) {
        return switch (reading.stream()) {
            case STATE -> reading.state() != null && reading.state().state() != null;
            case REPLY -> reading.reply() != null && reading.reply().assignmentId() != null;
            case TELEMETRY -> tellsLevel(reading);
            default -> false;
        };
    }

    private static boolean tellsLevel(Reading reading) {
        long number =
                reading.sequence() >= 0 ? reading.sequence() : reading.time().getEpochSecond();
        return reading.kind() == EquipmentKind.HAULTRUCK
                && reading.telemetry() != null
                && number % TELEMETRY_ONE_IN == 0;
    }
}
