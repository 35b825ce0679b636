package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.Comparator;

/**
 * The part of a reading that is needed to build cycles. The record is small, because Flink state
 * holds several minutes of events.
 *
 * @param timeMillis time of the measurement, ms since the epoch
 * @param sequence the sender's sequence number; -1 if the sender sends none
 * @param change the change of state; null for telemetry
 * @param state the production state; null when telemetry has none
 * @param equipmentClass the truck's class; null when unknown
 * @param speedKph ground speed, km/h; null when unavailable
 * @param totalFuelUsedL value of the fuel counter, L; null when unavailable
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
     * Orders events by time. Events of the same time are ordered by kind, changes of state before
     * telemetry, and then by sequence number.
     */
    static final Comparator<CycleEvent> IN_ORDER =
            Comparator.comparingLong(CycleEvent::timeMillis)
                    .thenComparing(event -> event.change() == null)
                    .thenComparingLong(CycleEvent::sequence);

    /** Whether a reading comes from a haul truck and is telemetry or a change of state. */
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
