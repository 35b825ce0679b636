package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.LoadingUnitKind;
import io.fueloptimine.models.mine.Material;
import java.util.List;

/**
 * Every cycle anew a loading unit, by the share of loads that its kind had on the real mine, and a
 * dump: how the anchors came about, since that mine's dispatcher moved its trucks around.
 */
final class DealtPairs implements Pairing {

    private final List<LoadingPlace> units;
    private final List<DumpPlace> dumps;

    DealtPairs(PitWorld world) {
        units = List.copyOf(world.loadingPlaces.values());
        dumps = List.copyOf(world.dumpPlaces.values());
    }

    @Override
    public LoadingPlace unitFor(HaulTruck truck, long nowMs) {
        double all = units.stream().mapToDouble(DealtPairs::weight).sum();
        double ticket = truck.dice.uniform(0, all);
        for (LoadingPlace unit : units) {
            ticket -= weight(unit);
            if (ticket < 0) {
                return unit;
            }
        }
        return units.get(units.size() - 1);
    }

    @Override
    public DumpPlace dumpFor(HaulTruck truck, Material material, long nowMs) {
        List<DumpPlace> fitting =
                dumps.stream().filter(dump -> dump.point.accepts() == material).toList();
        return fitting.get(truck.dice.below(fitting.size()));
    }

    /** Loads per unit and nine days, in hundreds. */
    private static double weight(LoadingPlace place) {
        LoadingUnitKind kind = place.unit.kind();
        return switch (kind) {
            case CABLE_SHOVEL -> 11.9;
            case HYDRAULIC_SHOVEL -> 3.95;
            case WHEEL_LOADER -> 3.7;
        };
    }
}
