package io.fueloptimine.operators;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Four trucks that haul for some hours, as readings: one wears out, two write notes. */
public final class FourTrucks {

    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    public static final String SITE = "andes";

    /** Time between two readings of a truck, s. */
    public static final int STEP_S = 5;

    private static final int CYCLE_S = 20 * 60;
    private static final int WEAR_FROM_S = 80 * 60;

    private FourTrucks() {}

    /** The readings of two trucks and their neighbours, in order of time. */
    public static List<Reading> half(String first, String second, int minutes) {
        List<Reading> readings = new ArrayList<>();
        readings.addAll(truck(first, minutes));
        readings.addAll(truck(second, minutes));
        readings.addAll(others(first));
        readings.sort(Comparator.comparing(Reading::time));
        return readings;
    }

    /** Scored windows of the four trucks, in order of time; T01 burns 70 % too much once worn. */
    public static List<ScoredWindow> scores(int minutes) {
        List<ScoredWindow> scores = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            for (String truck : List.of("T01", "T02", "T03", "T04")) {
                boolean worn = truck.equals("T01") && minute * 60 >= WEAR_FROM_S;
                Instant start = START.plusSeconds(60L * minute);
                scores.add(Scores.of(truck, start, 5.0, worn ? 8.5 : 5.1));
            }
        }
        return scores;
    }

    /** A change of state of a pump that numbers its readings. */
    public static Reading pump(String id, long sequence, int second) {
        Instant time = START.plusSeconds(second);
        return new Reading(
                SITE,
                EquipmentKind.AUX,
                id,
                ReadingStream.STATE,
                sequence,
                time,
                time,
                false,
                List.of(),
                null,
                change(ProductionState.DRIVING, ProductionState.STOPPED),
                null,
                null,
                null,
                null);
    }

    private static List<Reading> truck(String id, int minutes) {
        List<Reading> readings = new ArrayList<>();
        double usedL = 10_000;
        ProductionState before = null;
        for (int second = 0; second < minutes * 60; second += STEP_S) {
            ProductionState state = stateAt(second % CYCLE_S);
            boolean worn = id.equals("T01") && second >= WEAR_FROM_S;
            double rateLph = rateLph(state) * (1 + 0.03 * Math.sin(second)) * (worn ? 1.7 : 1);
            usedL += rateLph * STEP_S / 3_600;
            if (state != before) {
                readings.add(reading(id, ReadingStream.STATE, second, null, change(state, before)));
            }
            before = state;
            readings.add(
                    reading(
                            id,
                            ReadingStream.TELEMETRY,
                            second,
                            telemetry(state, second, rateLph, usedL),
                            null));
        }
        return readings;
    }

    private static List<Reading> others(String truckId) {
        Refuel refuel = new Refuel(truckId, START.plusSeconds(1_800), 900, 2_800, 20.0, 90.0);
        boolean rain = truckId.equals("T03");
        Note note =
                new Note(
                        "OP-1",
                        rain ? "Llueve, camino mojado" : "Bache grande, camino en mal estado");
        AssignmentReply reply = new AssignmentReply("A-" + truckId, true, null);
        return List.of(
                other(
                        "FB-" + truckId,
                        EquipmentKind.FUELBAY,
                        ReadingStream.REFUEL,
                        refuel,
                        null,
                        null),
                other(truckId, EquipmentKind.HAULTRUCK, ReadingStream.NOTE, null, note, null),
                other(truckId, EquipmentKind.HAULTRUCK, ReadingStream.REPLY, null, null, reply));
    }

    private static ProductionState stateAt(int second) {
        if (second < 300) {
            return ProductionState.DRIVING;
        }
        if (second < 360) {
            return ProductionState.SPOTTING;
        }
        if (second < 540) {
            return ProductionState.LOADING;
        }
        return second < 1_080 ? ProductionState.HAULING : ProductionState.DUMPING;
    }

    private static double rateLph(ProductionState state) {
        return switch (state) {
            case HAULING -> 570;
            case DRIVING -> 150;
            default -> 50;
        };
    }

    private static boolean loadingSide(ProductionState state) {
        return state == ProductionState.DRIVING
                || state == ProductionState.SPOTTING
                || state == ProductionState.LOADING;
    }

    private static StateChange change(ProductionState state, ProductionState before) {
        boolean loading = loadingSide(state);
        return new StateChange(
                state,
                before,
                loading ? "FACE-1" : "CRUSHER",
                loading ? "FACE-1" : "CRUSHER",
                loading ? "SH01" : null,
                state == ProductionState.HAULING ? 300.0 : null,
                70.0,
                "OP-1",
                null,
                null);
    }

    private static Telemetry telemetry(
            ProductionState state, int second, double rateLph, double usedL) {
        boolean hauling = state == ProductionState.HAULING;
        boolean moving = hauling || state == ProductionState.DRIVING;
        double wave = Math.sin(second / 11.0);
        return new Telemetry(
                "930E",
                "OP-1",
                state,
                rateLph,
                Math.round(usedL * 2) / 2.0,
                70.0,
                moving ? 70 + 5 * wave : 10,
                moving ? 1_700 + 20 * wave : 720 + 5 * wave,
                1_000.0,
                moving ? (hauling ? 16 : 24) + wave : 0.0,
                hauling ? 300.0 : 0.0,
                hauling ? 8.0 : 0.0,
                1_000 + second * 3.0,
                2_000 + second * 2.0,
                3_500 + (hauling ? second % CYCLE_S * 0.3 : 0),
                85.0,
                400.0,
                66.0,
                5.0,
                null,
                null);
    }

    private static Reading reading(
            String id, ReadingStream stream, int second, Telemetry telemetry, StateChange change) {
        Instant time = START.plusSeconds(second);
        return new Reading(
                SITE,
                EquipmentKind.HAULTRUCK,
                id,
                stream,
                -1,
                time,
                time,
                false,
                List.of(),
                telemetry,
                change,
                null,
                null,
                null,
                null);
    }

    private static Reading other(
            String id,
            EquipmentKind kind,
            ReadingStream stream,
            Refuel refuel,
            Note note,
            AssignmentReply reply) {
        Instant time = START.plusSeconds(2_700);
        return new Reading(
                SITE, kind, id, stream, 0, time, time, false, List.of(), null, null, refuel, note,
                reply, null);
    }
}
