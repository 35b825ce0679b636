package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.Map;

/**
 * A summary of one machine's telemetry in one minute of event time, so that alarm rules process one
 * event per minute instead of sixty. The mean values reduce the effect of sloshing fuel and of
 * sensor noise. A field is null when no reading of the minute had a value for it.
 *
 * @param site the mine
 * @param machineId the machine
 * @param kind the kind of machine
 * @param equipmentClass the equipment class of the machine
 * @param start start of the minute (UTC), inclusive
 * @param end end of the minute (UTC), exclusive
 * @param lastAt time of the last reading in the minute (UTC)
 * @param readings number of readings in the minute
 * @param productionState the state of most readings
 * @param engineOnShare share of readings with the engine on, 0 to 1
 * @param standingShare share of readings at a standstill, 0 to 1
 * @param fuelLevelPct mean tank level, %
 * @param totalFuelUsedL the fuel counter's highest value, L
 * @param fuelRateLph mean fuel rate, L/h
 * @param payloadT mean payload, t
 * @param oilPressureKpa mean oil pressure with the engine on, kPa
 * @param coolantTempC mean coolant temperature with the engine on, degrees C
 * @param vibrationMmS mean vibration, mm/s
 * @param repeatedValues the constant value of each signal that did not change during the minute
 * @param movingSignals number of signals that changed within the minute
 * @param eastingM mean easting, m in the mine's grid
 * @param northingM mean northing, m in the mine's grid
 * @param work changes of state, and driving on steep roads
 */
public record MachineMinute(
        String site,
        String machineId,
        EquipmentKind kind,
        String equipmentClass,
        Instant start,
        Instant end,
        Instant lastAt,
        int readings,
        ProductionState productionState,
        double engineOnShare,
        double standingShare,
        Double fuelLevelPct,
        Double totalFuelUsedL,
        Double fuelRateLph,
        Double payloadT,
        Double oilPressureKpa,
        Double coolantTempC,
        Double vibrationMmS,
        Map<String, Double> repeatedValues,
        int movingSignals,
        Double eastingM,
        Double northingM,
        MinuteWork work)
        implements MachineRecord {

    /** Whether the machine was at standstill with the engine off for the whole minute. */
    public boolean parkedOff() {
        return engineOnShare == 0 && standingShare == 1;
    }

    /** Whether the state of most readings is one of the given states. */
    public boolean in(ProductionState... states) {
        for (ProductionState state : states) {
            if (state == productionState) {
                return true;
            }
        }
        return false;
    }

    /** A copy with another description of the work. */
    public MachineMinute with(MinuteWork newWork) {
        return new MachineMinute(
                site,
                machineId,
                kind,
                equipmentClass,
                start,
                end,
                lastAt,
                readings,
                productionState,
                engineOnShare,
                standingShare,
                fuelLevelPct,
                totalFuelUsedL,
                fuelRateLph,
                payloadT,
                oilPressureKpa,
                coolantTempC,
                vibrationMmS,
                repeatedValues,
                movingSignals,
                eastingM,
                northingM,
                newWork);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
