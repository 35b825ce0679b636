package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.state.MachineSnapshot;
import java.time.Instant;
import java.util.Map;

/**
 * The state of a pit, from which another start continues: no sequence number is used twice, and no
 * litre or tonne is lost. Serialised as JSON.
 *
 * <p>A truck that was spotting, loading, dumping, refuelling or in a queue arrives at that station
 * again; a truck on the road continues from the same point.
 *
 * @param time mine time
 * @param seed the seed of the pit
 * @param counts the counts so far
 * @param machines the state of each machine, by machine id
 */
public record PitSnapshot(
        Instant time, long seed, PitCounts counts, Map<String, MachineSnapshot> machines) {}
