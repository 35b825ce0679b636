package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.Telemetry;
import java.util.Comparator;

/**
 * What cycles need of one reading, kept small because minutes of them wait in state.
 *
 * @param timeMillis when it was measured, ms since the epoch
 * @param sequence the sender's running number; -1 if it sends none
 * @param change the change of state, null for telemetry
 * @param state the state that telemetry believes in; null when it tells none
 * @param equipmentClass the truck's class; null when not told
 * @param speedKph ground speed, km/h; null when unavailable
 * @param totalFuelUsedL the fuel counter, L; null when unavailable
 * @param elevationM elevation, m; null when unavailable
 * @param payloadT payload by the scale, t; null when unavailable
 */
public record CycleEvent(
        long timeMillis,
        long sequence,
        StateChange change,
        ProductionState state,
        String equipmentClass,
        Double speedKph,
        Double totalFuelUsedL,
        Double elevationM,
        Double payloadT) {

    /**
     * Order of time; of the same moment first the changes of state, in the order they were sent.
     */
    static final Comparator<CycleEvent> IN_ORDER =
            Comparator.comparingLong(CycleEvent::timeMillis)
                    .thenComparing(event -> event.change() == null)
                    .thenComparingLong(CycleEvent::sequence);

    /** Whether a reading tells of a haul truck's way, by telemetry or by a change of state. */
    public static boolean isTrucksWay(Reading reading) {
        return reading.kind() == EquipmentKind.HAULTRUCK
                && (reading.telemetry() != null || reading.state() != null);
    }

    /** The event of a reading that {@link #isTrucksWay tells of a truck's way}. */
    public static CycleEvent of(Reading reading) {
        long millis = reading.time().toEpochMilli();
        Telemetry telemetry = reading.telemetry();
        if (telemetry == null) {
            StateChange change = reading.state();
            return new CycleEvent(
                    millis,
                    reading.sequence(),
                    change,
                    change.state(),
                    null,
                    null,
                    null,
                    null,
                    change.payloadT());
        }
        return new CycleEvent(
                millis,
                reading.sequence(),
                null,
                telemetry.productionState(),
                telemetry.equipmentClass(),
                telemetry.speedKph(),
                telemetry.totalFuelUsedL(),
                telemetry.elevationM(),
                telemetry.payloadT());
    }
}
