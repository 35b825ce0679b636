package io.fueloptimine.models.alarm.rule;

/**
 * What happened at a loading unit in a few minutes of event time.
 *
 * @param startMs start of the minutes, ms since the epoch
 * @param hangMin minutes in which the unit waited for a truck
 * @param workMin minutes in which the unit spotted, loaded or moved
 * @param queueMin sum of the minutes that trucks waited at the unit
 */
public record UnitMinutes(long startMs, int hangMin, int workMin, int queueMin) {

    /** A copy with one more minute of an activity. */
    public UnitMinutes with(UnitActivity activity) {
        return switch (activity) {
            case HANG -> new UnitMinutes(startMs, hangMin + 1, workMin, queueMin);
            case WORK -> new UnitMinutes(startMs, hangMin, workMin + 1, queueMin);
            case QUEUE -> new UnitMinutes(startMs, hangMin, workMin, queueMin + 1);
            case LOAD -> this;
        };
    }
}
