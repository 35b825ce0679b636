package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Routes between locations and the fuel of each truck class on them, under given closures, weather,
 * speeds and ratios of road segments. Entries are computed on first use and cached. Thread-safe.
 */
public final class HaulTable implements HaulCosts {

    /** Below this speed, the truck class cannot climb the leg. */
    private static final double SLOWEST_KPH = 1;

    private static final double METRES_PER_KM = 1_000;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final RoadNetwork roads;
    private final Set<String> locationIds;
    private final Set<String> closedSegmentIds;
    private final double extraRollingResistancePct;
    private final Map<String, Double> segmentRatios;
    private final LegSpeeds speeds;
    private final LegPrices prices;
    private final Map<Way, Optional<Route>> routes = new ConcurrentHashMap<>();
    private final Map<Haul, Optional<TripCost>> trips = new ConcurrentHashMap<>();

    /** A table of litres by physics. */
    public HaulTable(
            MineSite site, Collection<String> closedSegmentIds, double extraRollingResistancePct) {
        this(
                site,
                closedSegmentIds,
                extraRollingResistancePct,
                Map.of(),
                List.of(),
                new PhysicsLegPrices());
    }

    /**
     * @param segmentRatios the ratio of burnt to expected litres by road segment; 1 for a segment
     *     that is missing
     * @param speeds the speeds that trucks drove lately
     */
    HaulTable(
            MineSite site,
            Collection<String> closedSegmentIds,
            double extraRollingResistancePct,
            Map<String, Double> segmentRatios,
            List<SegmentSpeed> speeds,
            LegPrices prices) {
        this.roads = new RoadNetwork(site.locations(), site.roads());
        this.locationIds = site.locations().stream().map(Location::id).collect(Collectors.toSet());
        this.closedSegmentIds = Set.copyOf(closedSegmentIds);
        this.extraRollingResistancePct = extraRollingResistancePct;
        this.segmentRatios = Map.copyOf(segmentRatios);
        this.speeds = new LegSpeeds(speeds);
        this.prices = prices;
    }

    /** Whether this table was computed for the given closures, weather, ratios and speeds. */
    boolean fits(
            Collection<String> closed,
            double extraResistancePct,
            Map<String, Double> ratios,
            List<SegmentSpeed> measured) {
        return closedSegmentIds.equals(Set.copyOf(closed))
                && extraRollingResistancePct == extraResistancePct
                && segmentRatios.equals(ratios)
                && speeds.measured().equals(measured);
    }

    /**
     * The shortest open route; empty when there is none. Routes of places that the mine does not
     * have are not cached, because trucks can report any number of such places.
     */
    public Optional<Route> route(String from, String to) {
        if (!locationIds.contains(from) || !locationIds.contains(to)) {
            return Optional.empty();
        }
        return routes.computeIfAbsent(
                new Way(from, to), way -> roads.shortest(from, to, closedSegmentIds));
    }

    /**
     * Time and fuel of one trip, at the class's payload or empty.
     *
     * @return empty when there is no open route that the class can climb
     */
    @Override
    public Optional<TripCost> trip(TruckClass truckClass, boolean loaded, String from, String to) {
        if (!locationIds.contains(from) || !locationIds.contains(to)) {
            return Optional.empty();
        }
        return trips.computeIfAbsent(
                new Haul(truckClass.name(), loaded, from, to),
                haul -> {
                    double payloadT = loaded ? truckClass.payloadT() : 0;
                    return route(from, to)
                            .filter(route -> climbs(truckClass, payloadT, route))
                            .map(route -> tripOn(truckClass, payloadT, route));
                });
    }

    @Override
    public List<String> segmentIds(String from, String to) {
        return route(from, to).map(Route::segmentIds).orElse(List.of());
    }

    @Override
    public List<PricedPassage> passages(
            TruckClass truckClass, boolean loaded, String from, String to) {
        return route(from, to).stream()
                .flatMap(route -> route.legs().stream())
                .map(
                        leg ->
                                new PricedPassage(
                                        truckClass.name(),
                                        loaded,
                                        leg.segment().id(),
                                        leg.fromLocationId(),
                                        speeds.isMeasured(truckClass, loaded, leg)))
                .toList();
    }

    private TripCost tripOn(TruckClass truckClass, double payloadT, Route route) {
        double seconds = 0;
        double litres = 0;
        for (Route.Leg leg : route.legs()) {
            double kph = speeds.kph(truckClass, payloadT, leg, extraRollingResistancePct);
            seconds += leg.segment().lengthM() / METRES_PER_KM / kph * SECONDS_PER_HOUR;
            litres +=
                    prices.litres(truckClass, payloadT, leg, extraRollingResistancePct, kph)
                            * segmentRatios.getOrDefault(leg.segment().id(), 1.0);
        }
        return new TripCost(seconds, litres);
    }

    private boolean climbs(TruckClass truckClass, double payloadT, Route route) {
        return route.legs().stream()
                .allMatch(
                        leg ->
                                PhysicsLegPrices.possibleKph(
                                                truckClass,
                                                payloadT,
                                                leg,
                                                extraRollingResistancePct)
                                        >= SLOWEST_KPH);
    }

    private record Way(String from, String to) {}

    private record Haul(String className, boolean loaded, String from, String to) {}
}
