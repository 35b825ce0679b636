package io.fueloptimine.models.mine.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Limits on the size of a mine file: about ten times the trucks, loading units and dumps of the
 * largest known mines. Routes and plans are computed for each pair of locations, so that without
 * limits a file of some megabytes could exhaust the memory.
 */
final class MineLimits {

    static final int MAX_FILES = 200;

    private static final int MAX_LOCATIONS = 5_000;
    private static final int MAX_ROADS = 20_000;
    private static final int MAX_CLASSES = 100;
    private static final int MAX_TRUCKS = 3_000;
    private static final int MAX_LOADING_UNITS = 300;
    private static final int MAX_DUMPS = 300;
    private static final int MAX_AUX_MACHINES = 3_000;
    private static final int MAX_FACES = 600;
    private static final int MAX_EDGE_NODES = 3_000;
    private static final int MAX_DEVICES_OF_A_NODE = 3_000;

    private MineLimits() {}

    /** One fault for each list of the mine file that is too long. */
    static List<String> faults(MineSite site) {
        List<String> faults = new ArrayList<>();
        check(faults, "locations", site.locations(), MAX_LOCATIONS);
        check(faults, "roads", site.roads(), MAX_ROADS);
        check(faults, "truckClasses", site.truckClasses(), MAX_CLASSES);
        check(faults, "trucks", site.trucks(), MAX_TRUCKS);
        check(faults, "loadingUnits", site.loadingUnits(), MAX_LOADING_UNITS);
        check(faults, "dumps", site.dumps(), MAX_DUMPS);
        check(faults, "auxMachines", site.auxMachines(), MAX_AUX_MACHINES);
        check(faults, "digPlan.faces", site.digPlan().faces(), MAX_FACES);
        check(faults, "digPlan.dumps", site.digPlan().dumps(), MAX_FACES);
        check(faults, "edgeNodes", site.edgeNodes(), MAX_EDGE_NODES);
        for (EdgeNode node : site.edgeNodes()) {
            check(faults, "edgeNodes.deviceIds", node.deviceIds(), MAX_DEVICES_OF_A_NODE);
        }
        return faults;
    }

    private static void check(List<String> faults, String list, List<?> items, int most) {
        if (items.size() > most) {
            faults.add(list + " has " + items.size() + " entries, expected at most " + most);
        }
    }
}
