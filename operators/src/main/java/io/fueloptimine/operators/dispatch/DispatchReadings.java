package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.Reading;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;

/**
 * Selects the readings that dispatch needs: state changes and replies of trucks, state changes of
 * loading units, and about one in sixty of the trucks' telemetry readings for the fuel level. All
 * readings of a site go to one subtask, so the others are filtered out before the stream is keyed.
 */
final class DispatchReadings extends RichFilterFunction<Reading> {

    private static final long serialVersionUID = 1;
    private static final int TELEMETRY_ONE_IN = 60;

    private final MineSites mines;
    private transient Counter readingsOfUnknownSites;

    DispatchReadings(MineSites mines) {
        this.mines = mines;
    }

    @Override
    public void open(OpenContext context) {
        readingsOfUnknownSites =
                getRuntimeContext().getMetricGroup().counter("readingsOfUnknownSites");
    }

    @Override
    public boolean filter(Reading reading) {
        if (mines.mine(reading.site()).isEmpty()) {
            readingsOfUnknownSites.inc();
            return false;
        }
        return tellsOfTheFleet(reading);
    }

    static boolean tellsOfTheFleet(Reading reading) {
        return switch (reading.stream()) {
            case STATE ->
                    reading.kind() != EquipmentKind.AUX
                            && reading.state() != null
                            && reading.state().state() != null;
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
