package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shifts of a made-up mine with a near and a far face, twenty trucks and one dump. */
final class MadeUpShifts {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration SHIFT = Duration.ofHours(12);

    private MadeUpShifts() {}

    /** Shifts of slightly different work, whose standing and queues vary by a few percent. */
    static Baseline baseline(int shifts) {
        Baseline baseline = Baseline.EMPTY;
        for (int i = 0; i < shifts; i++) {
            double vary = 1 + 0.04 * (i % 3 - 1);
            baseline = baseline.with(shift(i, 38 + i % 4, 21 - i % 3, 1, vary));
        }
        return baseline;
    }

    /** The same with a third face, whose road costs 30 % more than its distance and lift say. */
    static Baseline baselineWithASoftRoad(int shifts) {
        Baseline baseline = Baseline.EMPTY;
        for (ShiftWork shift : baseline(shifts).shifts()) {
            ShiftWork more = shift;
            for (int i = 0; i < 20; i++) {
                more = load(more, "SOFT", 1_500, 195, 1, 1);
            }
            baseline = baseline.with(more);
        }
        return baseline;
    }

    /**
     * A shift.
     *
     * @param empty factor on the litres of empty travel
     * @param queues factor on the litres of queues
     */
    static ShiftWork shift(int number, int near, int far, double empty, double queues) {
        ShiftWork work = blank(number);
        for (int i = 0; i < near; i++) {
            work = load(work, "NEAR", 1_000, 100, empty, queues);
        }
        for (int i = 0; i < far; i++) {
            work = load(work, "FAR", 2_000, 200, empty, queues);
        }
        return work;
    }

    /** A shift with loads from the near face and from one that the baseline does not know. */
    static ShiftWork withNewFace(int near, int loads, double efhM) {
        ShiftWork work = shift(30, near, 0, 1, 1);
        for (int i = 0; i < loads; i++) {
            work = load(work, "NEW", efhM, efhM / 10, 1, 1);
        }
        return work;
    }

    private static ShiftWork blank(int number) {
        Instant start = START.plus(SHIFT.multipliedBy(number));
        return ShiftWork.none("mine", start, start.plus(SHIFT))
                .with(ProductionState.PARKED, 500, 20 * SHIFT.toSeconds());
    }

    private static ShiftWork load(
            ShiftWork before,
            String face,
            double efhM,
            double litres,
            double empty,
            double queues) {
        return before.with(ProductionState.HAULING, 0.6 * litres, 0)
                .with(ProductionState.DRIVING, 0.2 * litres * empty, 0)
                .with(ProductionState.QUEUED, 0.1 * litres * queues, 0)
                .with(ProductionState.LOADING, 0.1 * litres, 0)
                .with(cycle(face, efhM, litres), "DUMP");
    }

    private static HaulCycle cycle(String face, double efhM, double litres) {
        return new HaulCycle(
                "c",
                "mine",
                "T1",
                "930E",
                null,
                "S1",
                face,
                "DUMP",
                START,
                START,
                START,
                START,
                START,
                250,
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
                efhM,
                efhM,
                efhM,
                efhM,
                0.0,
                litres,
                "telemetry",
                List.of(),
                null);
    }
}
