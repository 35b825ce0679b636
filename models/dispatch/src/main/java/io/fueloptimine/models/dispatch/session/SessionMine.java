package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mine of a session. Immutable.
 *
 * @param site the places, classes, loading units and dumps; its trucks are those of the mine file,
 *     or none when the mine was given by matrices
 * @param hauls the costs of trips and the loading times
 * @param dumpPlaces the place of each dump by the dump's id
 */
record SessionMine(MineSite site, HaulModel hauls, Map<String, String> dumpPlaces) {

    SessionMine {
        dumpPlaces = Map.copyOf(dumpPlaces);
    }

    /** The mine with other trucks and another dig plan. */
    MineSite with(List<Truck> trucks, DigPlan digPlan) {
        return new MineSite(
                site.site(),
                digPlan,
                site.locations(),
                site.roads(),
                site.truckClasses(),
                trucks,
                site.loadingUnits(),
                site.dumps(),
                site.auxMachines(),
                site.edgeNodes());
    }

    /** The place of a dump or loading unit that is named by its id; otherwise the text itself. */
    String placeOf(String text) {
        if (site.locations().stream().anyMatch(known -> known.id().equals(text))) {
            return text;
        }
        return Optional.ofNullable(dumpPlaces.get(text))
                .or(() -> site.loadingUnit(text).map(LoadingUnit::faceId))
                .orElse(text);
    }

    boolean hasClass(String name) {
        return site.truckClasses().stream().anyMatch(known -> known.name().equals(name));
    }
}
