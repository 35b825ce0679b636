package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;
import java.util.Optional;

/** The times and litres of a session's mine by the places in its lists. Immutable. */
final class HaulTables {

    /** For tables whose litres are 0, L/t. */
    private static final double LEAST_LITRES_PER_TONNE = 0.01;

    private final SessionMine mine;
    private final HaulCosts hauls;
    private final double spotS;
    private final boolean[][] hasDump;
    final NearLegs near;
    final List<TruckClass> classes;
    final List<LoadingUnit> units;
    final List<DumpPoint> dumps;

    /**
     * @param spotS time of spotting that is not part of the loading times, s
     */
    HaulTables(SessionMine mine, double spotS) {
        this.mine = mine;
        this.hauls = mine.hauls().costs(List.of(), 0);
        this.spotS = spotS;
        this.classes = mine.site().truckClasses();
        this.units = mine.site().loadingUnits();
        this.dumps = mine.site().dumps();
        this.hasDump = new boolean[classes.size()][units.size()];
        for (int c = 0; c < classes.size(); c++) {
            for (int u = 0; u < units.size(); u++) {
                hasDump[c][u] = findDump(c, u);
            }
        }
        this.near = new NearLegs(this);
    }

    /** Time of a loading unit for a truck, s; not a number when it cannot load the class. */
    double loadS(int truckClass, int unit) {
        return mine.hauls().loadingS(units.get(unit), classes.get(truckClass)) + spotS;
    }

    boolean loads(int truckClass, int unit) {
        double seconds = loadS(truckClass, unit);
        return seconds > 0 && Double.isFinite(seconds);
    }

    Optional<TripCost> empty(int truckClass, String from, int unit) {
        return hauls.trip(classes.get(truckClass), false, from, units.get(unit).faceId());
    }

    Optional<TripCost> loaded(int truckClass, String from, int dump) {
        return hauls.trip(classes.get(truckClass), true, from, dumps.get(dump).locationId());
    }

    double payloadT(int truckClass) {
        return classes.get(truckClass).payloadT();
    }

    int classOf(String name) {
        for (int c = 0; c < classes.size(); c++) {
            if (classes.get(c).name().equals(name)) {
                return c;
            }
        }
        throw new IllegalArgumentException("class " + name + ", expected one of the mine");
    }

    /** Whether an empty truck of a class has a way from a place to a loading unit elsewhere. */
    boolean hasWay(int truckClass, String from) {
        for (int u = 0; u < units.size(); u++) {
            if (!units.get(u).faceId().equals(from) && empty(truckClass, from, u).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a truck class can haul from a loading unit to a dump for the unit's material. */
    boolean hasDump(int truckClass, int unit) {
        return hasDump[truckClass][unit];
    }

    private boolean findDump(int truckClass, int unit) {
        LoadingUnit from = units.get(unit);
        for (int d = 0; d < dumps.size(); d++) {
            if (dumps.get(d).accepts(from.material())
                    && loaded(truckClass, from.faceId(), d).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The litres per tonne of a cycle to the unit that needs the most with its best dump. */
    double dearestLitresPerTonne() {
        double dearest = 0;
        for (int u = 0; u < units.size(); u++) {
            double cheapest = Double.POSITIVE_INFINITY;
            for (int c = 0; c < classes.size(); c++) {
                for (int d = 0; d < dumps.size() && loads(c, u); d++) {
                    cheapest = Math.min(cheapest, litresPerTonne(c, u, d));
                }
            }
            dearest = Double.isInfinite(cheapest) ? dearest : Math.max(dearest, cheapest);
        }
        return Math.max(dearest, LEAST_LITRES_PER_TONNE);
    }

    private double litresPerTonne(int truckClass, int unit, int dump) {
        DumpPoint to = dumps.get(dump);
        Optional<TripCost> loaded =
                to.accepts(units.get(unit).material())
                        ? loaded(truckClass, units.get(unit).faceId(), dump)
                        : Optional.empty();
        Optional<TripCost> empty = empty(truckClass, to.locationId(), unit);
        return loaded.isPresent() && empty.isPresent()
                ? (loaded.get().litres() + empty.get().litres()) / payloadT(truckClass)
                : Double.POSITIVE_INFINITY;
    }
}
