package io.fueloptimine.jobs.local;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Readings of five trucks that haul light loads for 45 minutes in each shift, then have a break of
 * 20 minutes. T03 burns 40 % more.
 */
final class AdviceFleet {

    /** Rest of the last break after the advice, s. */
    static final int REST_S = 28 * 60;

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int TRUCKS = 5;
    private static final int STEP_S = 10;
    private static final int CYCLE_S = 9 * 60;
    private static final int WORK_S = 5 * CYCLE_S;
    private static final int BREAK_S = 20 * 60;

    private AdviceFleet() {}

    /** The work and the break of a shift, in the order of time. */
    static List<Reading> shift(int shift) {
        List<Reading> readings = new ArrayList<>();
        readings.add(
                state(
                        EquipmentKind.SHOVEL,
                        "SH01",
                        at(shift, 0),
                        new StateChange(
                                ProductionState.LOADING,
                                null,
                                "FACE-1",
                                null,
                                null,
                                null,
                                null,
                                "OP-SH01",
                                null,
                                null)));
        for (int truck = 0; truck < TRUCKS; truck++) {
            work(truck, shift, readings);
            readings.add(stop(truck, shift, WORK_S));
            idle(truck, shift, WORK_S, WORK_S + BREAK_S, readings);
            readings.add(drive(truck, shift, WORK_S + BREAK_S));
        }
        return sorted(readings);
    }

    /** T01 has a break for ten minutes, and goes on having it. */
    static List<Reading> waiting(int shift) {
        List<Reading> readings = new ArrayList<>(List.of(stop(0, shift, 0)));
        for (int truck = 0; truck < TRUCKS; truck++) {
            idle(truck, shift, 0, 1_200, readings);
        }
        return sorted(readings);
    }

    /** T01 works again, half an hour after the begin of its break. */
    static List<Reading> goingOn(int shift) {
        List<Reading> readings = new ArrayList<>();
        for (int truck = 0; truck < TRUCKS; truck++) {
            idle(truck, shift, 1_200, 2_400, readings);
        }
        readings.add(drive(0, shift, 1_800));
        return sorted(readings);
    }

    private static List<Reading> sorted(List<Reading> readings) {
        readings.sort(Comparator.comparing(Reading::time));
        return readings;
    }

    private static void work(int truck, int shift, List<Reading> readings) {
        ProductionState before = null;
        for (int second = 0; second < WORK_S; second += STEP_S) {
            ProductionState state = stateAt((second + 60 * truck) % CYCLE_S);
            if (state != before) {
                readings.add(changed(truck, shift, second, state, before));
            }
            before = state;
            readings.add(telemetry(truck, shift, second, state));
        }
    }

    private static void idle(int truck, int shift, int fromS, int untilS, List<Reading> readings) {
        for (int second = fromS; second < untilS; second += STEP_S) {
            readings.add(telemetry(truck, shift, second, ProductionState.STOPPED));
        }
    }

    private static ProductionState stateAt(int second) {
        if (second < 150) {
            return ProductionState.DRIVING;
        }
        if (second < 180) {
            return ProductionState.SPOTTING;
        }
        if (second < 270) {
            return ProductionState.LOADING;
        }
        return second < 480 ? ProductionState.HAULING : ProductionState.DUMPING;
    }

    private static Reading changed(
            int truck, int shift, int second, ProductionState state, ProductionState before) {
        boolean atFace =
                state == ProductionState.DRIVING
                        || state == ProductionState.SPOTTING
                        || state == ProductionState.LOADING;
        return truckState(
                truck,
                at(shift, second),
                new StateChange(
                        state,
                        before,
                        atFace ? "FACE-1" : "CRUSHER",
                        atFace ? "FACE-1" : "CRUSHER",
                        atFace ? "SH01" : null,
                        state == ProductionState.HAULING ? 240.0 + truck : null,
                        70.0,
                        operator(truck, shift),
                        null,
                        null));
    }

    private static Reading stop(int truck, int shift, int second) {
        return plain(truck, shift, second, ProductionState.STOPPED, "BREAK");
    }

    private static Reading drive(int truck, int shift, int second) {
        return plain(truck, shift, second, ProductionState.DRIVING, null);
    }

    private static Reading plain(
            int truck, int shift, int second, ProductionState state, String reason) {
        return truckState(
                truck,
                at(shift, second),
                new StateChange(
                        state,
                        null,
                        "FACE-1",
                        "FACE-1",
                        null,
                        null,
                        70.0,
                        operator(truck, shift),
                        null,
                        reason));
    }

    private static Reading telemetry(int truck, int shift, int second, ProductionState state) {
        boolean hauling = state == ProductionState.HAULING;
        boolean moving = hauling || state == ProductionState.DRIVING;
        double scatter = 1 + 0.02 * Math.sin(7.3 * truck + 3.1 * shift + second);
        double rateLph = (hauling ? 400 : moving ? 140 : 50) * scatter * (truck == 2 ? 1.4 : 1);
        Telemetry telemetry =
                new Telemetry(
                        "930E",
                        operator(truck, shift),
                        state,
                        rateLph,
                        null,
                        70.0,
                        moving ? 70.0 : 10.0,
                        moving ? 1_700.0 : 700.0,
                        1_000.0,
                        moving ? 18.0 : 0.0,
                        hauling ? 240.0 : 0.0,
                        hauling ? 6.0 : 0.0,
                        1_500.0,
                        1_230.0,
                        3_400.0,
                        85.0,
                        400.0,
                        66.0,
                        5.0,
                        null,
                        null);
        Instant at = at(shift, second);
        return new Reading(
                "andes",
                EquipmentKind.HAULTRUCK,
                id(truck),
                ReadingStream.TELEMETRY,
                -1,
                at,
                at,
                false,
                List.of(),
                telemetry,
                null,
                null,
                null,
                null,
                null);
    }

    private static Reading truckState(int truck, Instant at, StateChange change) {
        return state(EquipmentKind.HAULTRUCK, id(truck), at, change);
    }

    private static Reading state(EquipmentKind kind, String id, Instant at, StateChange change) {
        return new Reading(
                "andes",
                kind,
                id,
                ReadingStream.STATE,
                -1,
                at,
                at,
                false,
                List.of(),
                null,
                change,
                null,
                null,
                null,
                null);
    }

    private static Instant at(int shift, int second) {
        return START.plus(Duration.ofHours(12L * shift)).plusSeconds(second);
    }

    private static String id(int truck) {
        return "T0" + (truck + 1);
    }

    private static String operator(int truck, int shift) {
        return "OP-" + (truck + 2 * shift) % TRUCKS;
    }
}
