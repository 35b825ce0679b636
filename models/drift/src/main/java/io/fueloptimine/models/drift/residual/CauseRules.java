package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.mine.consumption.SuspectedCause;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Suspects the cause of a change of residuals from the work in which it shows. A cause that acts on
 * the engine changes the litres of all work alike; roads change those of driving, the payload those
 * of loaded driving, and an offset of a sensor mostly those of standing with the engine on.
 */
final class CauseRules {

    /** Share of the change of driving below which a kind of work has not changed. */
    private static final double UNCHANGED = 1.0 / 3;

    /** Change relative to that of driving above which standing shows an offset. */
    private static final double OFFSET = 2;

    private CauseRules() {}

    /** The cause of a change of one truck. */
    static SuspectedCause ofTruck(WorkRatios works, ResidualChange change) {
        double standing = works.shiftOf(Work.STANDING);
        double empty = works.shiftOf(Work.EMPTY);
        double loaded = works.shiftOf(Work.LOADED);
        double driving = Double.isNaN(loaded) ? empty : loaded;
        if (change.shift() < 0 && !change.ended() || standing / driving > OFFSET) {
            return SuspectedCause.SENSOR_BIAS;
        }
        if (empty / loaded < UNCHANGED && standing / loaded < UNCHANGED) {
            return SuspectedCause.PAYLOAD_SCALE;
        }
        return SuspectedCause.MACHINE_SICK;
    }

    /** The cause of a change of all trucks of a group. */
    static SuspectedCause ofGroup(WorkRatios works) {
        double standing = works.shiftOf(Work.STANDING);
        double loaded = works.shiftOf(Work.LOADED);
        double driving = Double.isNaN(loaded) ? works.shiftOf(Work.EMPTY) : loaded;
        if (Double.isNaN(standing) || Double.isNaN(driving)) {
            return SuspectedCause.UNKNOWN;
        }
        return standing / driving > UNCHANGED
                ? SuspectedCause.FUEL_OR_WEATHER
                : SuspectedCause.ROAD_WET;
    }

    /** The changes by kind of work in words. */
    static String words(WorkRatios works) {
        return Arrays.stream(Work.values())
                .map(work -> words(work, works.shiftOf(work)))
                .collect(Collectors.joining(", "));
    }

    private static String words(Work work, double shift) {
        String name = work.name().toLowerCase(Locale.ROOT);
        return Double.isNaN(shift)
                ? name + " unknown"
                : String.format(Locale.ROOT, "%s %+.0f %%", name, 100 * shift);
    }
}
