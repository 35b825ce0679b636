package io.fueloptimine.models.mine;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A mine as configuration: places, roads, machines, targets. Read from a YAML file by {@link
 * MineSiteFile}. Immutable.
 *
 * @param site the mine's name, the first level of its topics
 * @param target the production targets
 * @param locations all places
 * @param roads all roads
 * @param truckClasses the classes its trucks belong to
 * @param trucks the haul trucks
 * @param loadingUnits shovels and loaders
 * @param dumps crushers and dumps
 * @param auxMachines the others
 */
public record MineSite(
        String site,
        ProductionTarget target,
        List<Location> locations,
        List<RoadSegment> roads,
        List<TruckClass> truckClasses,
        List<Truck> trucks,
        List<LoadingUnit> loadingUnits,
        List<DumpPoint> dumps,
        List<AuxMachine> auxMachines)
        implements Serializable {

    public MineSite {
        locations = List.copyOf(locations);
        roads = List.copyOf(roads);
        truckClasses = List.copyOf(truckClasses);
        trucks = List.copyOf(trucks);
        loadingUnits = List.copyOf(loadingUnits);
        dumps = List.copyOf(dumps);
        auxMachines = List.copyOf(auxMachines);
    }

    /** The class of that name. */
    public TruckClass truckClass(String name) {
        return truckClasses.stream()
                .filter(truckClass -> truckClass.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no truck class " + name));
    }

    /** The truck of that id, empty when the mine has none. */
    public Optional<Truck> truck(String id) {
        return trucks.stream().filter(truck -> truck.id().equals(id)).findFirst();
    }

    /** The loading unit of that id, empty when the mine has none. */
    public Optional<LoadingUnit> loadingUnit(String id) {
        return loadingUnits.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /** The dump or crusher at that location, empty when there is none. */
    public Optional<DumpPoint> dump(String locationId) {
        return dumps.stream().filter(dump -> dump.locationId().equals(locationId)).findFirst();
    }

    /** All places of one kind, in the file's order. */
    public List<Location> locationsOf(LocationKind kind) {
        return locations.stream().filter(location -> location.kind() == kind).toList();
    }
}
