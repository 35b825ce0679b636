package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * One truck's hours by category and its haul cycles, from its messages about changes of state.
 *
 * <p>The cycles of {@code models/cycle} are not used here: they count trips to the fuel bay and to
 * a parking area as empty travel, which the measured cycles do not.
 */
final class TruckLog {

    private static final TruckTimeCategory[] CATEGORIES = TruckTimeCategory.values();

    private final String truckId;
    private final Set<String> faces;
    private final Map<String, LoadingUnitKind> units;
    private final double[] hours = new double[CATEGORIES.length];
    private final double[] kindHours = new double[BurnKind.values().length];
    private final double[] cycleS = new double[CATEGORIES.length];
    private TruckTimeCategory category;
    private long sinceMs;
    private long cycleSinceMs = -1;
    private LoadingUnitKind unit;
    private double payloadT;
    private double emptyM;
    private double loadedM;

    /**
     * @param faces locations of the faces
     * @param units kinds of the loading units, by id
     */
    TruckLog(String truckId, Set<String> faces, Map<String, LoadingUnitKind> units) {
        this.truckId = truckId;
        this.faces = faces;
        this.units = units;
    }

    /** What the truck does now; null before its first message. */
    TruckTimeCategory category() {
        return category;
    }

    /** Hours of the truck in a category. */
    double hours(TruckTimeCategory of) {
        return hours[of.ordinal()];
    }

    /** Forgets the hours up to now. */
    void startMeasuring(long nowMs) {
        settle(nowMs);
        Arrays.fill(hours, 0);
    }

    /** Adds the time in the current category up to now. */
    void settle(long nowMs) {
        if (category != null) {
            double seconds = (nowMs - sinceMs) / 1_000.0;
            hours[category.ordinal()] += seconds / 3_600;
            kindHours[BurnKind.of(category).ordinal()] += seconds / 3_600;
            cycleS[category.ordinal()] += seconds;
        }
        sinceMs = nowMs;
    }

    /** The hours by {@link BurnKind} since the last call. */
    double[] takeKindHours() {
        double[] taken = kindHours.clone();
        Arrays.fill(kindHours, 0);
        return taken;
    }

    /** Adds a distance driven in the current category, m. */
    void drove(double metres) {
        emptyM += category == TruckTimeCategory.EMPTY ? metres : 0;
        loadedM += category == TruckTimeCategory.LOADED ? metres : 0;
    }

    /** Adds a change of state; returns the cycle that it ends, or null. */
    LoggedCycle changeState(Map<String, Object> body, long atMs) {
        settle(atMs);
        TruckTimeCategory before = category;
        String unitId = (String) body.get("counterpartId");
        category = category((String) body.get("state"), body, unitId);
        if (before == TruckTimeCategory.DUMP && category != TruckTimeCategory.DUMP) {
            return endCycle(atMs);
        }
        if (before == TruckTimeCategory.SHOVEL_QUEUE && category != TruckTimeCategory.SPOT) {
            cycleSinceMs = -1;
        }
        switch (category) {
            case EMPTY -> beginCycle(atMs);
            case LOAD -> unit = units.get(unitId);
            case LOADED -> payloadT = (Double) body.get("payloadT");
            default -> {}
        }
        return null;
    }

    private LoggedCycle endCycle(long atMs) {
        LoggedCycle ended =
                cycleSinceMs < 0 || unit == null
                        ? null
                        : new LoggedCycle(
                                truckId,
                                unit,
                                atMs,
                                (atMs - cycleSinceMs) / 1_000.0,
                                payloadT,
                                emptyM,
                                loadedM,
                                cycleS.clone());
        cycleSinceMs = -1;
        unit = null;
        if (category == TruckTimeCategory.EMPTY) {
            beginCycle(atMs);
        }
        return ended;
    }

    private void beginCycle(long atMs) {
        if (cycleSinceMs < 0) {
            cycleSinceMs = atMs;
            emptyM = 0;
            loadedM = 0;
            Arrays.fill(cycleS, 0);
        }
    }

    private TruckTimeCategory category(String state, Map<String, Object> body, String unitId) {
        return switch (state) {
            case "Driving" ->
                    faces.contains((String) body.get("destinationId"))
                            ? TruckTimeCategory.EMPTY
                            : TruckTimeCategory.OTHER_TRAVEL;
            case "Queued" ->
                    unitId == null ? TruckTimeCategory.DUMP_QUEUE : TruckTimeCategory.SHOVEL_QUEUE;
            case "Spotting" -> TruckTimeCategory.SPOT;
            case "Loading" -> TruckTimeCategory.LOAD;
            case "Hauling" -> TruckTimeCategory.LOADED;
            case "Dumping" -> TruckTimeCategory.DUMP;
            default -> TruckTimeCategory.OUTSIDE;
        };
    }
}
