package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The legs that {@link HaulRates} uses: all of a small mine, the shortest of a large one, because
 * the time of a solve grows with their number. Immutable.
 */
final class NearLegs {

    /** Chosen: a mine with more classes x units x dumps is large. */
    private static final int MOST_LEGS = 2_000;

    /** Chosen: the dumps that are used from a loading unit. */
    private static final int DUMPS_OF_UNIT = 6;

    /** Chosen: the loading units that are used from a dump. */
    private static final int UNITS_OF_DUMP = 6;

    private final boolean large;
    private final boolean[][][] loaded;
    private final boolean[][][] empty;

    NearLegs(HaulTables tables) {
        int classes = tables.classes.size();
        int units = tables.units.size();
        int dumps = tables.dumps.size();
        large = (long) classes * units * dumps > MOST_LEGS;
        loaded = new boolean[large ? classes : 0][units][dumps];
        empty = new boolean[large ? classes : 0][dumps][units];
        for (int c = 0; c < loaded.length; c++) {
            for (int u = 0; u < units; u++) {
                for (int d : dumps(tables, c, u)) {
                    loaded[c][u][d] = true;
                    empty[c][d][u] = true;
                }
            }
            for (int d = 0; d < dumps; d++) {
                for (int u : units(tables, c, d)) {
                    empty[c][d][u] = true;
                }
            }
        }
    }

    /** Whether the mine is large, so that legs are left out. */
    boolean large() {
        return large;
    }

    /** Whether the loaded leg from a loading unit to a dump is used. */
    boolean loaded(int truckClass, int unit, int dump) {
        return !large || loaded[truckClass][unit][dump];
    }

    /** Whether the empty leg from a dump to a loading unit is used. */
    boolean empty(int truckClass, int dump, int unit) {
        return !large || empty[truckClass][dump][unit];
    }

    private static List<Integer> dumps(HaulTables tables, int truckClass, int unit) {
        LoadingUnit from = tables.units.get(unit);
        double[] seconds = new double[tables.dumps.size()];
        for (int d = 0; d < seconds.length; d++) {
            seconds[d] =
                    tables.dumps.get(d).accepts(from.material())
                            ? tables.loaded(truckClass, from.faceId(), d)
                                    .map(TripCost::seconds)
                                    .orElse(Double.POSITIVE_INFINITY)
                            : Double.POSITIVE_INFINITY;
        }
        return shortest(seconds, DUMPS_OF_UNIT);
    }

    private static List<Integer> units(HaulTables tables, int truckClass, int dump) {
        DumpPoint from = tables.dumps.get(dump);
        double[] seconds = new double[tables.units.size()];
        for (int u = 0; u < seconds.length; u++) {
            seconds[u] =
                    tables.empty(truckClass, from.locationId(), u)
                            .map(TripCost::seconds)
                            .orElse(Double.POSITIVE_INFINITY);
        }
        return shortest(seconds, UNITS_OF_DUMP);
    }

    private static List<Integer> shortest(double[] seconds, int most) {
        return IntStream.range(0, seconds.length)
                .boxed()
                .filter(i -> seconds[i] < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(i -> seconds[i]))
                .limit(most)
                .toList();
    }
}
