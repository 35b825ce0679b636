package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * What one machine did and burnt in one minute of event time. The features of the fuel model are
 * read from here and from nowhere else.
 *
 * <p>A {@code double} that no reading told is NaN, never a default; a writer to SQL stores it as
 * null. The burn itself is always known: a minute that tells of no fuel makes no window.
 *
 * @param site the mine
 * @param machineId the machine
 * @param kind what sort of machine
 * @param equipmentClass its class; null when it never said
 * @param operatorId who drove; null when unknown
 * @param start start of the minute (UTC), inclusive
 * @param end end of the minute, exclusive
 * @param readings how many readings it was made from
 * @param revision 0 for the first result, then 1, 2, ... when late readings changed it
 * @param fuelL litres burnt in the covered time, never negative
 * @param distanceKm distance, km, the speed's integral
 * @param meanSpeedKph mean speed, km/h
 * @param speedStdKph standard deviation of speed, km/h
 * @param meanPayloadT mean payload, t
 * @param climbM metres climbed, 0 or more
 * @param descentM metres descended, 0 or more
 * @param meanElevationM mean elevation, m
 * @param meanEngineLoadPct mean engine load, %
 * @param meanEngineRpm mean engine speed, 1/min
 * @param engineOnShare share of readings with the engine on, 0 to 1
 * @param idleShare share of readings standing with the engine on, 0 to 1
 * @param meanAmbientTempC mean ambient temperature, degrees C; null when unavailable
 * @param meanBarometricKpa mean barometric pressure, kPa; null when unavailable
 * @param maxVibrationRmsMmS highest vibration, mm/s; null when unavailable
 * @param productionState the state of most readings; null when none told it
 * @param coveredS seconds of the window that its readings cover, 0 to its length; burn, distance,
 *     climb and descent are those of the covered time
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
        double coveredS)
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

    /** A window whose readings cover it whole. */
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
                (end.toEpochMilli() - start.toEpochMilli()) / 1_000.0);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
