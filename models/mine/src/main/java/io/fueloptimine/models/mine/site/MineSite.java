package io.fueloptimine.models.mine.site;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.fueloptimine.models.mine.input.StrictFormat;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a mine: locations, roads, machines and dig plan. {@link MineSiteFile} reads
 * it from a YAML file. Immutable.
 *
 * @param site the mine's name, the first level of its topics
 * @param digPlan the tonnes that the mine plans to move in a shift
 * @param locations all places
 * @param roads all roads
 * @param truckClasses the classes of the trucks
 * @param trucks the haul trucks
 * @param loadingUnits the shovels and loaders
 * @param dumps the crushers and dumps
 * @param auxMachines the auxiliary machines
 * @param edgeNodes the Sparkplug edge nodes and their devices. If the list is empty or missing in
 *     the mine file, every edge node may send readings of every device
 */
public record MineSite(
        String site,
        DigPlan digPlan,
        List<Location> locations,
        List<RoadSegment> roads,
        List<TruckClass> truckClasses,
        List<Truck> trucks,
        List<LoadingUnit> loadingUnits,
        List<DumpPoint> dumps,
        List<AuxMachine> auxMachines,
        List<EdgeNode> edgeNodes)
        implements Serializable {

    // Not in the compact form: there the annotation would also be one of the field, which is final.
    public MineSite(
            String site,
            DigPlan digPlan,
            List<Location> locations,
            List<RoadSegment> roads,
            List<TruckClass> truckClasses,
            List<Truck> trucks,
            List<LoadingUnit> loadingUnits,
            List<DumpPoint> dumps,
            List<AuxMachine> auxMachines,
            @JacksonInject(value = StrictFormat.EMPTY_LIST, useInput = OptBoolean.TRUE)
                    List<EdgeNode> edgeNodes) {
        this.site = site;
        this.digPlan = digPlan;
        this.locations = List.copyOf(locations);
        this.roads = List.copyOf(roads);
        this.truckClasses = List.copyOf(truckClasses);
        this.trucks = List.copyOf(trucks);
        this.loadingUnits = List.copyOf(loadingUnits);
        this.dumps = List.copyOf(dumps);
        this.auxMachines = List.copyOf(auxMachines);
        this.edgeNodes = List.copyOf(edgeNodes);
    }

    /** Creates a mine without declared edge nodes. */
    public MineSite(
            String site,
            DigPlan digPlan,
            List<Location> locations,
            List<RoadSegment> roads,
            List<TruckClass> truckClasses,
            List<Truck> trucks,
            List<LoadingUnit> loadingUnits,
            List<DumpPoint> dumps,
            List<AuxMachine> auxMachines) {
        this(
                site,
                digPlan,
                locations,
                roads,
                truckClasses,
                trucks,
                loadingUnits,
                dumps,
                auxMachines,
                List.of());
    }

    /** A copy with another dig plan. */
    public MineSite withDigPlan(DigPlan plan) {
        return new MineSite(
                site,
                plan,
                locations,
                roads,
                truckClasses,
                trucks,
                loadingUnits,
                dumps,
                auxMachines,
                edgeNodes);
    }

    /** The truck class with the given name. */
    public TruckClass truckClass(String name) {
        for (TruckClass truckClass : truckClasses) {
            if (truckClass.name().equals(name)) {
                return truckClass;
            }
        }
        throw new IllegalArgumentException("no truck class " + name);
    }

    /** The truck with the given id; empty when the mine has none. */
    public Optional<Truck> truck(String id) {
        return trucks.stream().filter(truck -> truck.id().equals(id)).findFirst();
    }

    /** The loading unit with the given id; empty when the mine has none. */
    public Optional<LoadingUnit> loadingUnit(String id) {
        for (LoadingUnit unit : loadingUnits) {
            if (unit.id().equals(id)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The dump or crusher at the given location; empty when there is none. */
    public Optional<DumpPoint> dump(String locationId) {
        return dumps.stream().filter(dump -> dump.locationId().equals(locationId)).findFirst();
    }

    /** All locations of one kind, in the order of the file. */
    public List<Location> locationsOf(LocationKind kind) {
        return locations.stream().filter(location -> location.kind() == kind).toList();
    }
}
