package io.fueloptimine.models.drift.residual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Ends a block of event time: finds out whether all trucks of a site or of a class have changed at
 * once. One cause gives one change: a class whose trucks changed with those of the other classes is
 * no change of its own. Stateless and thread-safe.
 */
public final class SiteDrift {

    /** The name of the group of all trucks. Classes have other names. */
    public static final String FLEET = "";

    private static final double SHARE_OF_OTHERS = 1.0 / 3;

    private final FleetDriftSettings settings;

    public SiteDrift(FleetDriftSettings settings) {
        this.settings = settings;
    }

    /**
     * A change of a group.
     *
     * @param group the class, or {@link #FLEET}
     * @param trucks the number of trucks that were counted
     */
    public record GroupChange(String group, int trucks, ResidualChange change) {}

    /**
     * Ends the present block of all trucks.
     *
     * @param trucks the trucks of a site; those of a changed group begin to learn again
     * @param groups the detector of a group by its name; a new one for a name without state
     * @param endMs end of the block, ms since the epoch (UTC)
     * @return the change of the fleet, or the changes of classes; empty as a rule
     */
    public List<GroupChange> endBlock(
            Collection<TruckDrift> trucks, Function<String, GroupDrift> groups, long endMs) {
        Map<String, List<PartOfSample>> blocks = new TreeMap<>();
        double spreads = 0;
        for (TruckDrift truck : trucks) {
            PartOfSample block = truck.endBlock();
            if (block.expectedL() >= settings.minBlockL()) {
                spreads += truck.spread();
                blocks.computeIfAbsent(FLEET, name -> new ArrayList<>()).add(block);
                if (!truck.truckClass().isEmpty()) {
                    blocks.computeIfAbsent(truck.truckClass(), name -> new ArrayList<>())
                            .add(block);
                }
            }
        }
        blocks.values().removeIf(counted -> counted.size() < settings.fewestTrucks());
        if (!blocks.containsKey(FLEET)) {
            return List.of();
        }
        double spread = spreads / blocks.get(FLEET).size();
        Map<String, ResidualChange> found = new TreeMap<>();
        blocks.forEach(
                (name, counted) ->
                        groups.apply(name)
                                .add(counted, spread, endMs)
                                .ifPresent(change -> found.put(name, change)));
        return accept(found, blocks, groups, trucks);
    }

    private static List<GroupChange> accept(
            Map<String, ResidualChange> found,
            Map<String, List<PartOfSample>> blocks,
            Function<String, GroupDrift> groups,
            Collection<TruckDrift> trucks) {
        ResidualChange fleet = found.get(FLEET);
        if (fleet != null) {
            trucks.forEach(truck -> truck.groupChanged(fleet.shift()));
            for (String name : blocks.keySet()) {
                if (!name.equals(FLEET)) {
                    groups.apply(name).moveWithFleet(fleet.shift());
                }
            }
            return List.of(accept(FLEET, fleet, blocks, groups));
        }
        List<GroupChange> changes = new ArrayList<>();
        found.forEach(
                (name, change) -> {
                    if (!othersChanged(name, change.shift(), blocks.keySet(), groups)) {
                        trucks.stream()
                                .filter(truck -> truck.truckClass().equals(name))
                                .forEach(truck -> truck.groupChanged(change.shift()));
                        changes.add(accept(name, change, blocks, groups));
                    }
                });
        return changes;
    }

    /**
     * Whether the trucks of the other classes have changed by a third of the change at least. The
     * change is then one of the fleet, which is detected in one of the next blocks.
     */
    private static boolean othersChanged(
            String name, double shift, Set<String> names, Function<String, GroupDrift> groups) {
        List<String> others =
                names.stream()
                        .filter(other -> !other.equals(name) && !other.equals(FLEET))
                        .toList();
        return !others.isEmpty()
                && others.stream()
                        .allMatch(other -> groups.apply(other).recent() / shift > SHARE_OF_OTHERS);
    }

    private static GroupChange accept(
            String name,
            ResidualChange change,
            Map<String, List<PartOfSample>> blocks,
            Function<String, GroupDrift> groups) {
        return new GroupChange(name, blocks.get(name).size(), groups.apply(name).accept(change));
    }
}
