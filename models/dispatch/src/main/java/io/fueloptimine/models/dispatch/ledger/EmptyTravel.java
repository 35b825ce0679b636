package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import io.fueloptimine.models.dispatch.bound.TravelCosts;
import java.util.Map;
import java.util.TreeMap;

/**
 * The empty travel of a shift by the shortest roads: as the trucks were sent, and the least with
 * which the same faces could have been reached from the same dumps. Immutable.
 *
 * @param drivenM distance of the empty trips, m
 * @param leastM the least distance, m
 */
record EmptyTravel(double drivenM, double leastM) {

    /**
     * Computes the distances of a shift.
     *
     * @param metres the distance from a dump to a face; trips without a distance are left out
     */
    static EmptyTravel of(ShiftWork work, TravelCosts metres) {
        Map<String, Integer> emptied = new TreeMap<>();
        Map<String, Integer> needed = new TreeMap<>();
        double driven = 0;
        for (Map.Entry<String, Integer> trip : work.emptyTrips().entrySet()) {
            String dump = ShiftWork.from(trip.getKey());
            String face = ShiftWork.to(trip.getKey());
            if (metres.of(dump, face).isPresent()) {
                emptied.merge(dump, trip.getValue(), Integer::sum);
                needed.merge(face, trip.getValue(), Integer::sum);
                driven += trip.getValue() * metres.of(dump, face).getAsDouble();
            }
        }
        double least =
                emptied.isEmpty() ? 0 : EmptyTravelBound.leastTravel(emptied, needed, metres);
        return new EmptyTravel(driven, least);
    }
}
