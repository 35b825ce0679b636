package io.fueloptimine.operators;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Readings that try to advance the event time of the {@link FourTrucks}. */
public final class WrongClocks {

    private static final Instant YEARS_AHEAD = Instant.now().plus(Duration.ofDays(730));
    private static final Instant MONTH_AHEAD = FourTrucks.START.plus(Duration.ofDays(29));

    private WrongClocks() {}

    /** Telemetry and changes of state of made-up machines, years ahead. */
    public static List<Reading> madeUpMachines() {
        List<Reading> readings = new ArrayList<>();
        for (String madeUp : List.of("X1", "X2", "X3")) {
            readings.add(telemetry(FourTrucks.SITE, madeUp, YEARS_AHEAD, YEARS_AHEAD));
            readings.add(state(madeUp, YEARS_AHEAD));
        }
        return readings;
    }

    /** Telemetry of known trucks, years ahead of the arrival or with a false time of arrival. */
    public static List<Reading> knownTrucks() {
        List<Reading> readings = new ArrayList<>();
        for (String truck : List.of("T05", "T06", "T07", "T08")) {
            readings.add(telemetry(FourTrucks.SITE, truck, YEARS_AHEAD, FourTrucks.START));
            readings.add(telemetry(FourTrucks.SITE, truck, YEARS_AHEAD, YEARS_AHEAD));
        }
        return readings;
    }

    /** Cycles and refuellings of known trucks and of a bay, 29 days ahead. */
    public static List<Reading> records() {
        List<Reading> readings = new ArrayList<>();
        for (String truck : List.of("T05", "T06", "T07", "T08")) {
            readings.add(cycle(truck));
            readings.add(refuel(truck));
        }
        return readings;
    }

    /** Telemetry of machines of a site that has no mine file. */
    public static List<Reading> unknownSite() {
        return List.of(
                telemetry("elsewhere", "T01", YEARS_AHEAD, YEARS_AHEAD),
                telemetry("elsewhere", "T02", YEARS_AHEAD, YEARS_AHEAD),
                telemetry("elsewhere", "T03", YEARS_AHEAD, YEARS_AHEAD));
    }

    private static Reading telemetry(
            String site, String machineId, Instant time, Instant receivedAt) {
        Telemetry telemetry =
                new Telemetry(
                        "930E", null, null, 300.0, 1_000.0, 80.0, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, null, null);
        return reading(
                site,
                EquipmentKind.HAULTRUCK,
                machineId,
                ReadingStream.TELEMETRY,
                time,
                receivedAt,
                telemetry,
                null,
                null,
                null);
    }

    private static Reading state(String machineId, Instant time) {
        StateChange change =
                new StateChange(
                        ProductionState.DRIVING,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return reading(
                FourTrucks.SITE,
                EquipmentKind.HAULTRUCK,
                machineId,
                ReadingStream.STATE,
                time,
                time,
                null,
                change,
                null,
                null);
    }

    private static Reading refuel(String truckId) {
        return reading(
                FourTrucks.SITE,
                EquipmentKind.FUELBAY,
                truckId,
                ReadingStream.REFUEL,
                MONTH_AHEAD,
                FourTrucks.START,
                null,
                null,
                new Refuel(truckId, MONTH_AHEAD, 900, 2_800, 20.0, 90.0),
                null);
    }

    private static Reading cycle(String truckId) {
        HaulCycle cycle =
                new HaulCycle(
                        "C-" + truckId,
                        FourTrucks.SITE,
                        truckId,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        MONTH_AHEAD,
                        200,
                        null,
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        "fms",
                        List.of(),
                        null);
        return reading(
                FourTrucks.SITE,
                EquipmentKind.HAULTRUCK,
                truckId,
                ReadingStream.CYCLE,
                MONTH_AHEAD,
                FourTrucks.START,
                null,
                null,
                null,
                cycle);
    }

    private static Reading reading(
            String site,
            EquipmentKind kind,
            String machineId,
            ReadingStream stream,
            Instant time,
            Instant receivedAt,
            Telemetry telemetry,
            StateChange state,
            Refuel refuel,
            HaulCycle cycle) {
        return new Reading(
                site,
                kind,
                machineId,
                stream,
                -1,
                time,
                receivedAt,
                false,
                List.of(),
                telemetry,
                state,
                refuel,
                null,
                null,
                cycle);
    }
}
