package io.fueloptimine.models.mine.consumption;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;

/**
 * Activity and fuel of one machine in one minute of event time: the only input from which the fuel
 * model's features are computed.
 *
 * <p>A {@code double} without a reading is NaN, never a default; in SQL it is null. The fuel is
 * always known, because no window is created for a minute without fuel readings.
 *
 * @param site the mine
 * @param machineId the machine
 * @param kind the kind of machine
 * @param equipmentClass the class of the machine; null when unknown
 * @param operatorId the operator; null when unknown
 * @param start start of the minute (UTC), inclusive
 * @param end end of the minute (UTC), exclusive
 * @param readings number of readings in the window
 * @param revision 0 for the first result; increased by 1 for each update by late readings
 * @param fuelL litres burnt in the covered time, never negative
 * @param distanceKm distance as the integral of speed, km
 * @param meanSpeedKph mean speed, km/h
 * @param speedStdKph standard deviation of speed, km/h
 * @param meanPayloadT mean payload, t
 * @param climbM metres climbed, 0 or more
 * @param descentM metres descended, 0 or more
 * @param meanElevationM mean elevation, m
 * @param meanEngineLoadPct mean engine load, %
 * @param meanEngineRpm mean engine speed, 1/min
 * @param engineOnShare share of readings with the engine on, 0 to 1
 * @param idleShare share of readings at a standstill with the engine on, 0 to 1
 * @param meanAmbientTempC mean ambient temperature, degrees C; null when unavailable
 * @param meanBarometricKpa mean barometric pressure, kPa; null when unavailable
 * @param maxVibrationRmsMmS highest vibration, mm/s; null when unavailable
 * @param productionState the state of most readings; null when unknown
 * @param coveredS seconds of the window that readings cover, from 0 to the length of the window;
 *     fuel, distance, climb and descent are those of the covered time
 * @param fuelSource the sensors from which {@code fuelL} was computed; null when unknown, as in
 *     windows of earlier releases
 * @param efhM {@linkplain EffectiveFlatHaul effective flat haul} of the covered time, m; null when
 *     unknown
 */
public record FuelWindow(
        String site,
        String machineId,
        EquipmentKind kind,
        String equipmentClass,
        String operatorId,
        Instant start,
        Instant end,
        int readings,
        int revision,
        double fuelL,
        double distanceKm,
        double meanSpeedKph,
        double speedStdKph,
        double meanPayloadT,
        double climbM,
        double descentM,
        double meanElevationM,
        double meanEngineLoadPct,
        double meanEngineRpm,
        double engineOnShare,
        double idleShare,
        Double meanAmbientTempC,
        Double meanBarometricKpa,
        Double maxVibrationRmsMmS,
        ProductionState productionState,
        double coveredS,
        FuelSource fuelSource,
        Double efhM)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(FuelWindow.class);

    public FuelWindow {
        CHECK.name("site", site)
                .name("machineId", machineId)
                .required("start", start)
                .required("end", end)
                .notNegative("fuelL", fuelL)
                .notNegative("coveredS", coveredS);
    }

    /**
     * Creates a window that readings cover completely, with litres from both sensors and unknown
     * effective flat haul.
     */
    public FuelWindow(
            String site,
            String machineId,
            EquipmentKind kind,
            String equipmentClass,
            String operatorId,
            Instant start,
            Instant end,
            int readings,
            int revision,
            double fuelL,
            double distanceKm,
            double meanSpeedKph,
            double speedStdKph,
            double meanPayloadT,
            double climbM,
            double descentM,
            double meanElevationM,
            double meanEngineLoadPct,
            double meanEngineRpm,
            double engineOnShare,
            double idleShare,
            Double meanAmbientTempC,
            Double meanBarometricKpa,
            Double maxVibrationRmsMmS,
            ProductionState productionState) {
        this(
                site,
                machineId,
                kind,
                equipmentClass,
                operatorId,
                start,
                end,
                readings,
                revision,
                fuelL,
                distanceKm,
                meanSpeedKph,
                speedStdKph,
                meanPayloadT,
                climbM,
                descentM,
                meanElevationM,
                meanEngineLoadPct,
                meanEngineRpm,
                engineOnShare,
                idleShare,
                meanAmbientTempC,
                meanBarometricKpa,
                maxVibrationRmsMmS,
                productionState,
                (end.toEpochMilli() - start.toEpochMilli()) / 1_000.0,
                FuelSource.BOTH,
                null);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
