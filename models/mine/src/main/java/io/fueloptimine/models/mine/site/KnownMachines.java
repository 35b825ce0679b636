package io.fueloptimine.models.mine.site;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The machines that the mine files name, by site: haul trucks, loading units, auxiliary machines,
 * fuel bays, and Sparkplug edge nodes with their devices. Other names can be invented by a sender.
 * Immutable and serialisable, so that Flink functions can have a field of this class. A look-up
 * takes constant time.
 */
public final class KnownMachines implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, HashSet<String>> bySite = new TreeMap<>();

    private KnownMachines() {}

    /** Creates the set of the machines of the given mines. */
    public static KnownMachines of(MineSites mines) {
        KnownMachines known = new KnownMachines();
        for (Map.Entry<String, MineSite> mine : mines.bySite().entrySet()) {
            known.bySite.put(mine.getKey(), idsOf(mine.getValue()));
        }
        return known;
    }

    /** Creates an empty set, without sites and machines. */
    public static KnownMachines none() {
        return new KnownMachines();
    }

    /** Whether there is a mine file for the site. */
    public boolean isSite(String site) {
        return site != null && bySite.containsKey(site);
    }

    /** Whether the mine file of the site names the machine. */
    public boolean contains(String site, String machineId) {
        Set<String> ids = site == null ? null : bySite.get(site);
        return ids != null && ids.contains(machineId);
    }

    private static HashSet<String> idsOf(MineSite mine) {
        HashSet<String> ids = new HashSet<>();
        Stream.of(
                        mine.trucks().stream().map(Truck::id),
                        mine.loadingUnits().stream().map(LoadingUnit::id),
                        mine.auxMachines().stream().map(AuxMachine::id),
                        mine.locationsOf(LocationKind.FUEL_BAY).stream().map(Location::id),
                        mine.edgeNodes().stream().map(EdgeNode::id),
                        mine.edgeNodes().stream().flatMap(node -> node.deviceIds().stream()))
                .flatMap(group -> group)
                .forEach(ids::add);
        return ids;
    }
}
