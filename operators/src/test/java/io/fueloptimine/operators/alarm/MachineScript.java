package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.MinuteStatistics;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Writes one machine's telemetry, every two seconds, span by span, as a test tells the story. */
final class MachineScript {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int STEP_S = 2;
    private static final double STEEP_PCT = PatternSettings.DEFAULT.steepPct();

    private final String machineId;
    private final EquipmentKind kind;
    private final List<Reading> readings = new ArrayList<>();
    private int nowS;
    private double usedL = 50_000;
    private ProductionState state = ProductionState.DRIVING;
    private DoubleUnaryOperator levelPct = minute -> 70;
    private double payloadT;
    private double oilPressureKpa = 400;
    private Double vibrationMmS;
    private Double fuelRateLph;
    private double gradePct;
    private double coolantTempC = 85;
    private Double engineLoadPct;
    private Double speedKph;
    private int changes;

    MachineScript(String machineId, EquipmentKind kind) {
        this.machineId = machineId;
        this.kind = kind;
    }

    static MachineScript truck(String machineId) {
        return new MachineScript(machineId, EquipmentKind.HAULTRUCK);
    }

    static MachineScript grader(String machineId) {
        return new MachineScript(machineId, EquipmentKind.AUX).vibration(4.0);
    }

    MachineScript in(ProductionState newState) {
        state = newState;
        return this;
    }

    MachineScript level(double pct) {
        return level(minute -> pct);
    }

    /** The tank level by the minute since the start. */
    MachineScript level(DoubleUnaryOperator pct) {
        levelPct = pct;
        return this;
    }

    MachineScript payload(double tonnes) {
        payloadT = tonnes;
        return this;
    }

    MachineScript oilPressure(double kpa) {
        oilPressureKpa = kpa;
        return this;
    }

    MachineScript vibration(double mmS) {
        vibrationMmS = mmS;
        return this;
    }

    /** The signed grade of the road, %. */
    MachineScript grade(double pct) {
        gradePct = pct;
        return this;
    }

    MachineScript coolant(double celsius) {
        coolantTempC = celsius;
        return this;
    }

    /** The engine load while driving; null for the usual one. */
    MachineScript load(Double pct) {
        engineLoadPct = pct;
        return this;
    }

    /** The speed while driving; null for the usual one. */
    MachineScript speed(Double kph) {
        speedKph = kph;
        return this;
    }

    /** Changes the state and says so, with the reason of a stop and the unit that loads. */
    MachineScript enter(ProductionState newState, String reason, String unitId) {
        in(newState);
        Instant time = START.plusSeconds(nowS);
        readings.add(
                new Reading(
                        "andes",
                        kind,
                        machineId,
                        ReadingStream.STATE,
                        changes++,
                        time,
                        time,
                        false,
                        List.of(),
                        null,
                        new StateChange(
                                newState, null, "FACE-1", null, unitId, null, null, null, null,
                                reason),
                        null,
                        null,
                        null,
                        null));
        return this;
    }

    /** A fuel rate sensor that says one value; null for one that works. */
    MachineScript stuckFuelRate(Double lph) {
        fuelRateLph = lph;
        return this;
    }

    /** Drives for some minutes. */
    MachineScript drive(int minutes) {
        return speak(minutes, true, true);
    }

    /** Stands with the engine on. */
    MachineScript idle(int minutes) {
        return speak(minutes, true, false);
    }

    /** Stands with the engine off. */
    MachineScript off(int minutes) {
        return in(ProductionState.PARKED).speak(minutes, false, false);
    }

    MachineScript silence(int minutes) {
        nowS += minutes * 60;
        return this;
    }

    /** Ends the story as a machine that is switched off, so that its silence is no alarm. */
    MachineScript switchOff() {
        return level(levelPct.applyAsDouble(nowS / 60.0)).off(2);
    }

    List<Reading> readings() {
        return readings;
    }

    /** The same, condensed as the job does it. */
    List<MachineMinute> minutes() {
        Map<Instant, MinuteStatistics> tallies = new TreeMap<>();
        for (Reading reading : readings) {
            Instant minute = reading.time().truncatedTo(ChronoUnit.MINUTES);
            tallies.computeIfAbsent(minute, start -> new MinuteStatistics())
                    .add(reading, STEEP_PCT);
        }
        return tallies.entrySet().stream()
                .map(
                        entry ->
                                MachineMinutes.condense(
                                        entry.getValue(),
                                        entry.getKey(),
                                        entry.getKey().plusSeconds(60)))
                .toList();
    }

    private MachineScript speak(int minutes, boolean engineOn, boolean moving) {
        for (int end = nowS + minutes * 60; nowS < end; nowS += STEP_S) {
            double wave = Math.sin(nowS / 7.0);
            double rateLph = engineOn ? (moving ? 250 + 50 * wave : 50 + wave) : 0;
            usedL += rateLph * STEP_S / 3_600;
            readings.add(reading(engineOn, moving, wave, rateLph));
        }
        return this;
    }

    private Reading reading(boolean engineOn, boolean moving, double wave, double rateLph) {
        double rawPct = levelPct.applyAsDouble(nowS / 60.0);
        Telemetry telemetry =
                new Telemetry(
                        kind == EquipmentKind.HAULTRUCK ? "930E" : "GRADER-24M",
                        null,
                        state,
                        fuelRateLph == null ? rateLph : fuelRateLph,
                        Math.round(usedL * 2) / 2.0,
                        Math.round(rawPct / 0.4) * 0.4,
                        engineLoad(engineOn, wave),
                        engineOn ? 1_500 + 100 * wave : 0,
                        10_000.0,
                        moving ? (speedKph == null ? 20 : speedKph) + 3 * wave : 0,
                        payloadT,
                        gradePct,
                        moving ? 1_000 + nowS * 5.0 : 1_000,
                        moving ? 2_000 + nowS * 3.0 : 2_000,
                        3_500.0,
                        coolantTempC,
                        engineOn ? oilPressureKpa : 0,
                        66.0,
                        4.0,
                        vibrationMmS == null ? null : vibrationMmS + 0.1 * wave,
                        null);
        Instant time = START.plusSeconds(nowS);
        return new Reading(
                "andes",
                kind,
                machineId,
                ReadingStream.TELEMETRY,
                nowS / STEP_S,
                time,
                time,
                false,
                List.of(),
                telemetry,
                null,
                null,
                null,
                null,
                null);
    }

    private double engineLoad(boolean engineOn, double wave) {
        if (!engineOn) {
            return 0;
        }
        return engineLoadPct == null ? 60 + 10 * wave : engineLoadPct + wave;
    }
}
