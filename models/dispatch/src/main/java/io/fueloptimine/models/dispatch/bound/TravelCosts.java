package io.fueloptimine.models.dispatch.bound;

import java.util.OptionalDouble;

/** What an empty trip from a dump to a loading place costs: its seconds, metres or litres. */
public interface TravelCosts {

    /** The cost of a trip, 0 or more; empty when there is no such trip. */
    OptionalDouble of(String dumpId, String loadPlaceId);
}
