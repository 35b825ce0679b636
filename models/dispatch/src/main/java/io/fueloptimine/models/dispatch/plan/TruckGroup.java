package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Usable trucks of one class that burn about the same. A class is split into up to three groups, so
 * that a plan can give short and flat hauls to trucks that burn more than the class, or park them.
 * Within a group the cheapest trucks come first. Immutable.
 *
 * @param name the class, with the price when it is not the usual one
 * @param truckClass the class
 * @param trucks the trucks, those with the lowest ratio first
 * @param ratio mean litres of the trucks over the litres of the class
 */
record TruckGroup(String name, TruckClass truckClass, List<Truck> trucks, double ratio) {

    /** Trucks that burn less than this, over the litres of the class, are a group. */
    private static final double LOW = 0.97;

    /** Trucks that burn more than this, over the litres of the class, are a group. */
    private static final double HIGH = 1.05;

    TruckGroup {
        trucks = List.copyOf(trucks);
    }

    /**
     * The groups of one class, the cheapest first; groups without trucks are left out.
     *
     * @param ratios litres of a truck over the litres of its class, by truck id
     */
    static List<TruckGroup> of(
            TruckClass truckClass, List<Truck> trucks, ToDoubleFunction<String> ratios) {
        List<Truck> low = new ArrayList<>();
        List<Truck> usual = new ArrayList<>();
        List<Truck> high = new ArrayList<>();
        for (Truck truck : trucks) {
            double ratio = ratios.applyAsDouble(truck.id());
            (ratio < LOW ? low : ratio > HIGH ? high : usual).add(truck);
        }
        List<TruckGroup> groups = new ArrayList<>();
        add(groups, truckClass.name() + " low", truckClass, low, ratios);
        add(groups, truckClass.name(), truckClass, usual, ratios);
        add(groups, truckClass.name() + " high", truckClass, high, ratios);
        return groups;
    }

    private static void add(
            List<TruckGroup> groups,
            String name,
            TruckClass truckClass,
            List<Truck> trucks,
            ToDoubleFunction<String> ratios) {
        if (!trucks.isEmpty()) {
            List<Truck> ordered = new ArrayList<>(trucks);
            // A stable sort: equal trucks stay in the order of the mine file.
            ordered.sort(Comparator.comparingDouble(t -> ratios.applyAsDouble(t.id())));
            double mean =
                    ordered.stream()
                            .mapToDouble(t -> ratios.applyAsDouble(t.id()))
                            .average()
                            .orElse(1);
            groups.add(new TruckGroup(name, truckClass, ordered, mean));
        }
    }

    /** Litres per hour at idle. */
    double idleLph() {
        return truckClass.idleLph() * ratio;
    }
}
