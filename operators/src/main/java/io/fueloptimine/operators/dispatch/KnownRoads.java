package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.site.MineSites;
import java.util.HashSet;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Selects the states of road segments that the mine files name, and states that apply to all roads
 * of a site with a mine file. {@link RoadTriggers} therefore keeps no state of other roads.
 */
public final class KnownRoads implements FilterFunction<RoadState> {

    private static final long serialVersionUID = 1L;

    private final HashSet<String> keys = new HashSet<>();

    public KnownRoads(MineSites mines) {
        mines.bySite()
                .forEach(
                        (site, mine) -> {
                            keys.add(RoadState.keyOf(site, RoadState.ALL_SEGMENTS));
                            mine.roads()
                                    .forEach(road -> keys.add(RoadState.keyOf(site, road.id())));
                        });
    }

    @Override
    public boolean filter(RoadState road) {
        return keys.contains(road.key());
    }
}
