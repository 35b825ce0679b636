package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.fit.UnitStops;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One recorded shift as a mine for the simulator. Immutable.
 *
 * <p>Each face has one way to each destination of its loads, and each dump one way to each face to
 * which trucks drove from there in any shift. A dump has one dumping place for each face ({@link
 * Cell}), so that the dig plan holds the tonnes of each face and destination; the dumping places of
 * a dump share its exit and its parking area. A loading unit that worked at two faces is two units.
 * The simulated clock shows 08:00 at the beginning of every shift, so that the tonnes of the dig
 * plan are those of one whole shift.
 *
 * @param shift the recorded shift
 * @param site the mine; its dig plan holds the tonnes of the shift
 * @param fit what is fitted to the records
 * @param cells the cell of each dumping place, by location
 * @param dumpOf the dump of each dumping place and parking area, by location
 * @param faceOf the face as the records name it, by location
 * @param hauls the recorded loads of each truck, in order
 * @param firstPlaces the parking area at which each truck begins, by truck
 * @param unitsFrom the simulated time of the first recorded load of each loading unit at its face
 * @param stops when each loading unit and dumping place served no truck, in simulated time
 * @param speedFactors recorded speed divided by that of an average truck, by class and road
 * @param emptyWays litres of empty trips
 */
public record ShiftMine(
        RecordedShift shift,
        MineSite site,
        RecordsFit fit,
        Map<String, Cell> cells,
        Map<String, String> dumpOf,
        Map<String, String> faceOf,
        SortedMap<String, List<Haul>> hauls,
        Map<String, String> firstPlaces,
        Map<String, Instant> unitsFrom,
        Map<String, List<UnitStops.Stop>> stops,
        Map<String, Map<String, Double>> speedFactors,
        EmptyWays emptyWays) {

    /** The simulated time at which every shift begins. */
    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /**
     * A recorded load by the ids of the simulated mine.
     *
     * @param unitId the loading unit at its face
     * @param faceId the face
     * @param dumpPlaceId the dumping place
     */
    public record Haul(String unitId, String faceId, String dumpPlaceId) {}

    /** The simulated time of a recorded time. */
    public static Instant simulated(RecordedShift shift, Instant recorded) {
        return START.plus(Duration.between(shift.startsAt(), recorded));
    }
}
