package io.fueloptimine.jobs.evaluation.scenario;

import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFault;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the faults of one run. Machines and times are drawn from the seed and the name of the
 * scenario. Not thread-safe.
 */
final class FaultPlan {

    private final MineSite mine;
    private final long seed;
    private final String name;
    private final SeededRandom random;
    private final List<String> unusedTrucks;
    private final List<ScenarioFault> simulated = new ArrayList<>();
    private final List<InjectedFault> injected = new ArrayList<>();

    FaultPlan(MineSite mine, long seed, String name) {
        this.mine = mine;
        this.seed = seed;
        this.name = name;
        random = SeededRandom.of(seed, "evaluation/" + name);
        unusedTrucks = new ArrayList<>(mine.trucks().stream().map(Truck::id).toList());
    }

    MineSite mine() {
        return mine;
    }

    SeededRandom random() {
        return random;
    }

    /** A truck without a fault; no truck is drawn twice. */
    String truck() {
        return unusedTrucks.remove(random.below(unusedTrucks.size()));
    }

    /** As {@link #truck()}, one that hauls down a road of this steepness; empty without any. */
    Optional<String> truckDownhill(double steepPct) {
        RoadNetwork roads = new RoadNetwork(mine.locations(), mine.roads());
        Map<String, String> faces =
                mine.loadingUnits().stream()
                        .collect(Collectors.toMap(LoadingUnit::id, LoadingUnit::faceId));
        List<String> downhill =
                mine.trucks().stream()
                        .filter(truck -> unusedTrucks.contains(truck.id()))
                        .filter(
                                truck ->
                                        roads.shortest(
                                                        faces.get(truck.pairedLoadingUnitId()),
                                                        truck.pairedDumpId(),
                                                        Set.of())
                                                .filter(route -> descends(route, steepPct))
                                                .isPresent())
                        .map(Truck::id)
                        .toList();
        if (downhill.isEmpty()) {
            return Optional.empty();
        }
        String drawn = oneOf(downhill);
        unusedTrucks.remove(drawn);
        return Optional.of(drawn);
    }

    private static boolean descends(Route route, double steepPct) {
        return route.legs().stream().anyMatch(leg -> leg.gradePct() <= -steepPct);
    }

    /** One of the given elements. */
    <T> T oneOf(List<T> elements) {
        return elements.get(random.below(elements.size()));
    }

    /** A time between two numbers of hours, in whole minutes. */
    Duration hours(double from, double to) {
        return Duration.ofMinutes(Math.round(60 * random.uniform(from, to)));
    }

    /** Adds what the simulator does, without a fault that an alarm has to find. */
    void simulate(ScenarioFault fault) {
        simulated.add(fault);
    }

    /**
     * Adds a fault.
     *
     * @param machineIds the affected machines; empty for the whole mine
     */
    void inject(FaultKind kind, Set<String> machineIds, ScenarioFault fault) {
        Span span = fault.span();
        Instant start = PitSettings.DEFAULT_START;
        simulated.add(fault);
        injected.add(
                new InjectedFault(
                        kind, mine.site(), machineIds, span.from(start), span.until(start)));
    }

    InjectedRun run() {
        return new InjectedRun(mine, seed, new Scenario(name, simulated), injected);
    }
}
