package io.fueloptimine.jobs.compare.price;

import io.fueloptimine.jobs.compare.lever.RoadObservation;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One simulated shift whose trips are priced at the speeds that job fuel knew when the trips began:
 * those of the last full hour, by telemetry every 5 s.
 */
final class PricedShift {

    private static final int HOURS = 12;

    /** Trips that begin before are left out, because there are not enough passes of the roads. */
    private static final int FIRST_HOUR = 2;

    private final MineSite mine;
    private final TrueTrips truth;
    private final TreeMap<Instant, List<SegmentSpeed>> speeds = new TreeMap<>();

    PricedShift(MineSite mine, long seed) {
        this.mine = mine;
        truth = new TrueTrips(mine);
        RoadObservation roads = new RoadObservation(mine);
        Pit pit =
                new Pit(
                        mine,
                        new PitSettings(seed, PitSettings.DEFAULT_START, Duration.ofSeconds(5)),
                        new Conditions() {},
                        message -> {
                            truth.accept(message);
                            roads.accept(message);
                        },
                        truth);
        Map<String, List<SegmentSpeed>> bySegment = new TreeMap<>();
        for (int hour = 1; hour <= HOURS; hour++) {
            Instant now = PitSettings.DEFAULT_START.plus(Duration.ofHours(hour));
            pit.advanceTo(now);
            for (RoadExcess road : roads.learned(now)) {
                bySegment.put(road.segmentId(), road.speeds());
            }
            speeds.put(now, bySegment.values().stream().flatMap(List::stream).toList());
        }
    }

    /** The trips of the shift. */
    List<TrueTrips.Trip> trips() {
        Instant first = PitSettings.DEFAULT_START.plus(Duration.ofHours(FIRST_HOUR));
        return truth.trips().stream().filter(trip -> !trip.begunAt().isBefore(first)).toList();
    }

    /** The prices of the trips at the speeds that were known when they began, in their order. */
    List<TripCost> pricedBy(HaulModel model) {
        List<TripCost> priced = new ArrayList<>();
        for (TrueTrips.Trip trip : trips()) {
            List<SegmentSpeed> known = speeds.floorEntry(trip.begunAt()).getValue();
            priced.add(cost(model.costsAt(List.of(), 0, known), trip));
        }
        return priced;
    }

    /** The prices of the trips at the speeds of physics, in their order. */
    List<TripCost> pricedWithoutSpeedsBy(HaulModel model) {
        HaulCosts costs = model.costs(List.of(), 0);
        return trips().stream().map(trip -> cost(costs, trip)).toList();
    }

    private TripCost cost(HaulCosts costs, TrueTrips.Trip trip) {
        return costs.trip(mine.truckClass(trip.className()), trip.loaded(), trip.from(), trip.to())
                .orElseThrow();
    }
}
