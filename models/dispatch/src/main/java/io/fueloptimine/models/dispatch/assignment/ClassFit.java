package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.HashMap;
import java.util.Map;

/**
 * How well a truck fits a loading unit: the litres of its load, from the start of loading to the
 * dump, compared with the litres of the mean truck of the mine for the same tonnes. A truck that
 * burns more per tonne than others costs least where the haul is short. Used for a single decision.
 */
final class ClassFit {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final NearestDumps dumps;
    private final Map<String, Double> ratios;
    private final double meanPayloadT;
    private final Map<String, Fleet> fleet = new HashMap<>();
    private final Map<String, Map<String, Load>> loads = new HashMap<>();
    private final Map<String, Double> meanLitresPerTonne = new HashMap<>();

    /**
     * The trucks of a class.
     *
     * @param ratios sum of their ratios of burnt to expected litres
     */
    private record Fleet(TruckClass truckClass, int trucks, double ratios) {}

    /**
     * A load of a class at a loading unit.
     *
     * @param loadingL litres at idle during loading, L
     * @param haulL litres of the trip to the dump with the fewest litres, L
     */
    private record Load(double loadingL, double haulL) {

        double litres(double ratio) {
            return loadingL + ratio * haulL;
        }
    }

    /**
     * @param ratios burnt by expected litres by truck; 1 for a truck that is missing
     */
    ClassFit(MineSite mine, NearestDumps dumps, Map<String, Double> ratios) {
        this.dumps = dumps;
        this.ratios = ratios;
        for (Truck truck : mine.trucks()) {
            fleet.merge(
                    truck.className(),
                    new Fleet(mine.truckClass(truck.className()), 1, ratio(truck)),
                    (one, more) ->
                            new Fleet(
                                    one.truckClass(),
                                    one.trucks() + more.trucks(),
                                    one.ratios() + more.ratios()));
        }
        int trucks = fleet.values().stream().mapToInt(Fleet::trucks).sum();
        meanPayloadT =
                fleet.values().stream()
                                .mapToDouble(each -> each.trucks() * each.truckClass().payloadT())
                                .sum()
                        / Math.max(1, trucks);
    }

    /** The litres of a truck's load beyond those of the mean truck for the same tonnes, L. */
    double excessL(FreeTruck truck, UnitOutlook at) {
        TruckClass truckClass = truck.truckClass();
        double litres = load(truckClass, at).litres(ratio(truck.truck()));
        return litres - truckClass.payloadT() * meanLitresPerTonne(at);
    }

    private double ratio(Truck truck) {
        return ratios.getOrDefault(truck.id(), 1.0);
    }

    private double meanLitresPerTonne(UnitOutlook at) {
        Double known = meanLitresPerTonne.get(at.unit().id());
        if (known != null) {
            return known;
        }
        double litres = 0;
        double tonnes = 0;
        for (Fleet each : fleet.values()) {
            Load load = load(each.truckClass(), at);
            litres += each.trucks() * load.loadingL() + each.ratios() * load.haulL();
            tonnes += each.trucks() * each.truckClass().payloadT();
        }
        double mean = tonnes == 0 ? 0 : litres / tonnes;
        meanLitresPerTonne.put(at.unit().id(), mean);
        return mean;
    }

    private Load load(TruckClass truckClass, UnitOutlook at) {
        return loads.computeIfAbsent(truckClass.name(), unused -> new HashMap<>())
                .computeIfAbsent(at.unit().id(), unused -> newLoad(truckClass, at));
    }

    /** A loading unit needs passes, and time, in proportion to the payload. */
    private Load newLoad(TruckClass truckClass, UnitOutlook at) {
        double loadingS = at.serviceS() * truckClass.payloadT() / meanPayloadT;
        return new Load(
                loadingS * truckClass.idleLph() / SECONDS_PER_HOUR,
                dumps.loadedL(truckClass, at.unit()));
    }
}
