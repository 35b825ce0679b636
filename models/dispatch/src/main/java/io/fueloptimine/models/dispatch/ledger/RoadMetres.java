package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.dispatch.bound.TravelCosts;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.Route;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The distances of empty trips by the shortest roads of a mine file, m. Thread-safe. */
public final class RoadMetres implements TravelCosts {

    private final RoadNetwork roads;
    private final Map<String, OptionalDouble> known = new ConcurrentHashMap<>();

    public RoadMetres(MineSite mine) {
        roads = new RoadNetwork(mine.locations(), mine.roads());
    }

    @Override
    public OptionalDouble of(String dumpId, String loadPlaceId) {
        return known.computeIfAbsent(
                dumpId + ">" + loadPlaceId,
                key ->
                        roads.shortest(dumpId, loadPlaceId, Set.of()).stream()
                                .mapToDouble(Route::lengthM)
                                .findFirst());
    }
}
