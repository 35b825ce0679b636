package io.fueloptimine.jobs.local.drift;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.operators.FourTrucks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Eight trucks that work one after the other in their cycle, and burn more from a minute on. */
final class EightTrucks {

    /** Readings that sources share with the test. */
    static final AtomicReference<List<Reading>> SHARED = new AtomicReference<>(List.of());

    private static final int MINUTES = 330;
    private static final int CHANGE_MIN = 240;
    private static final double EXCESS = 0.15;
    private static final int OFFSET_S = 150;
    private static final List<String> FIRST = List.of("T02", "T04", "T05", "T08");
    private static final List<String> SECOND = List.of("T09", "T10", "T11", "T12");

    private EightTrucks() {}

    /** When the trucks begin to burn more (UTC). */
    static Instant changeAt() {
        return FourTrucks.START.plusSeconds(60L * CHANGE_MIN);
    }

    /** Two halves of equal length, one for each reader, each in order of time. */
    static List<Reading> readings() {
        List<Reading> all = new ArrayList<>(half(FIRST, 0));
        all.addAll(half(SECOND, FIRST.size()));
        return all;
    }

    private static List<Reading> half(List<String> trucks, int index) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < trucks.size(); i += 2) {
            for (Reading reading : FourTrucks.half(trucks.get(i), trucks.get(i + 1), MINUTES)) {
                if (reading.stream() == ReadingStream.TELEMETRY
                        || reading.stream() == ReadingStream.STATE) {
                    int offset = index + trucks.indexOf(reading.machineId());
                    readings.add(later(reading, offset * OFFSET_S));
                }
            }
        }
        readings.sort(Comparator.comparing(Reading::time));
        Map<String, Double> extraL = new HashMap<>();
        readings.replaceAll(reading -> burning(reading, extraL));
        return readings;
    }

    private static Reading later(Reading reading, int seconds) {
        Instant time = reading.time().plusSeconds(seconds);
        return with(reading, time, reading.telemetry());
    }

    private static Reading burning(Reading reading, Map<String, Double> extraL) {
        Telemetry of = reading.telemetry();
        if (of == null || reading.time().isBefore(changeAt())) {
            return reading;
        }
        double rateLph = of.fuelRateLph();
        double more =
                extraL.merge(
                        reading.machineId(),
                        EXCESS * rateLph * FourTrucks.STEP_S / 3_600,
                        Double::sum);
        return with(
                reading,
                reading.time(),
                new Telemetry(
                        of.equipmentClass(),
                        of.operatorId(),
                        of.productionState(),
                        rateLph * (1 + EXCESS),
                        of.totalFuelUsedL() + Math.round(more * 2) / 2.0,
                        of.fuelLevelPct(),
                        of.engineLoadPct(),
                        of.engineRpm(),
                        of.engineHours(),
                        of.speedKph(),
                        of.payloadT(),
                        of.gradePct(),
                        of.eastingM(),
                        of.northingM(),
                        of.elevationM(),
                        of.coolantTempC(),
                        of.oilPressureKpa(),
                        of.barometricPressureKpa(),
                        of.ambientTempC(),
                        of.vibrationRmsMmS(),
                        of.vibrationAccelMS2()));
    }

    private static Reading with(Reading reading, Instant time, Telemetry telemetry) {
        return new Reading(
                reading.site(),
                reading.kind(),
                reading.machineId(),
                reading.stream(),
                reading.sequence(),
                time,
                time,
                reading.redelivered(),
                reading.flags(),
                telemetry,
                reading.state(),
                reading.refuel(),
                reading.note(),
                reading.reply(),
                reading.cycle(),
                reading.unknownFields());
    }
}
