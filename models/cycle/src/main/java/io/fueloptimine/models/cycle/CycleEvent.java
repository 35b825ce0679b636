package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.Telemetry;
import java.util.Comparator;

/**
 * The part of a reading that cycles need, kept small because minutes of events are buffered in
 * state.
 *
 * @param timeMillis when it was measured, ms since the epoch
 * @param sequence the sender's sequence number; -1 if it sends none
 * @param change the change of state; null for telemetry
 * @param state the production state; null when telemetry has none
 * @param equipmentClass the truck's class; null when unknown
 * @param speedKph ground speed, km/h; null when unavailable
 * @param totalFuelUsedL the fuel counter, L; null when unavailable
 * @param elevationM elevation, m; null when unavailable
 * @param payloadT payload measured by the scale, t; null when unavailable
 * @param fuelRateLph the fuel rate, L/h; null when unavailable
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
        Double payloadT,
        Double fuelRateLph) {

    /**
     * By time; events of the same time by stream, changes of state first, and by sequence number.
     */
    static final Comparator<CycleEvent> IN_ORDER =
            Comparator.comparingLong(CycleEvent::timeMillis)
                    .thenComparing(event -> event.change() == null)
                    .thenComparingLong(CycleEvent::sequence);

    /** Whether a reading is telemetry or a change of state of a haul truck. */
    public static boolean isCycleInput(Reading reading) {
        return reading.kind() == EquipmentKind.HAULTRUCK
                && (reading.telemetry() != null || reading.state() != null);
    }

    /** The event of a reading for which {@link #isCycleInput} is true. */
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
                    change.payloadT(),
                    null);
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
                telemetry.payloadT(),
                telemetry.fuelRateLph());
    }
}
