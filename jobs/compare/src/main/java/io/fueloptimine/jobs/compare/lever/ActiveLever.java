package io.fueloptimine.jobs.compare.lever;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import java.time.Instant;
import java.util.List;

/** A lever during one run: reads what the mine sends and gives its orders. Not thread-safe. */
public interface ActiveLever extends MineObserver {

    /** Rolling resistance that damage adds to a road with this lever, % of weight. */
    default double damagePct(String segmentId, double givenPct, Instant time) {
        return givenPct;
    }

    /** Payload that a loading unit puts on a truck with this lever, t. */
    default double payloadT(String unitId, double givenT, double nominalT) {
        return givenT;
    }

    /** Whether the lever reads telemetry. */
    default boolean needsTelemetry() {
        return false;
    }

    /** Reads a message of the mine. */
    default void accept(MachineMessage message) {}

    /** Reads a change of state or a reply, decoded. */
    default void accept(Reading reading) {}

    /** What is known of roads since the last call, for the dispatch; called every second. */
    default List<RoadExcess> learnedRoads(Instant now) {
        return List.of();
    }

    /** Gives the orders that are due; called every second of simulated time. */
    default void act(Instant now, Pit pit) {}
}
