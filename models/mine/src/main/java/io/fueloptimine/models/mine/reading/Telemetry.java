package io.fueloptimine.models.mine.reading;

/**
 * The sensor values of a machine at one moment. Null means unavailable, never a default.
 *
 * @param equipmentClass truck or machine class, such as {@code 930E}
 * @param operatorId the operator
 * @param productionState the state that the machine reports
 * @param fuelRateLph fuel rate, L/h (SPN 183)
 * @param totalFuelUsedL total fuel used, L, monotonic until a controller is replaced (SPN 250)
 * @param fuelLevelPct tank level, % (SPN 96); fluctuates because the fuel sloshes
 * @param engineLoadPct engine load, % (SPN 92)
 * @param engineRpm engine speed, 1/min (SPN 190)
 * @param engineHours engine hours, h (SPN 247)
 * @param speedKph ground speed, km/h (SPN 84)
 * @param payloadT payload by the scale, t
 * @param gradePct signed grade in the direction of travel, %
 * @param eastingM position east, m in the mine's grid
 * @param northingM position north, m in the mine's grid
 * @param elevationM elevation above sea level, m
 * @param coolantTempC coolant temperature, degrees C (SPN 110)
 * @param oilPressureKpa oil pressure, kPa (SPN 100)
 * @param barometricPressureKpa barometric pressure, kPa (SPN 108)
 * @param ambientTempC ambient temperature, degrees C (SPN 171)
 * @param vibrationRmsMmS vibration velocity RMS, mm/s (auxiliary machines)
 * @param vibrationAccelMS2 vibration acceleration RMS, m/s2
 */
public record Telemetry(
        String equipmentClass,
        String operatorId,
        ProductionState productionState,
        Double fuelRateLph,
        Double totalFuelUsedL,
        Double fuelLevelPct,
        Double engineLoadPct,
        Double engineRpm,
        Double engineHours,
        Double speedKph,
        Double payloadT,
        Double gradePct,
        Double eastingM,
        Double northingM,
        Double elevationM,
        Double coolantTempC,
        Double oilPressureKpa,
        Double barometricPressureKpa,
        Double ambientTempC,
        Double vibrationRmsMmS,
        Double vibrationAccelMS2) {}
