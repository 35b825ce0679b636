package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.digplan.DigProgressState;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.physics.RoadSurfaceState;
import io.fueloptimine.jobs.simulator.state.MachineSnapshot;
import io.fueloptimine.jobs.simulator.station.StationState;
import io.fueloptimine.jobs.simulator.traffic.RoadTrafficState;
import java.time.Instant;
import java.util.Map;

/**
 * The state of a pit, which is saved as JSON. A pit that continues from a snapshot uses no sequence
 * number twice and loses no litre or tonne.
 *
 * <p>After a restart, a truck that was spotting, loading, dumping, refuelling or waiting in a queue
 * arrives again at its station. A truck on the road continues from the same point.
 *
 * @param time simulated time
 * @param seed the seed of the pit
 * @param counts the counts since the mine's first start
 * @param machines the state of each machine, by machine id
 * @param stations what each loading unit and dump carries over, by unit or location id
 * @param roads the surface of each road segment, by segment id
 * @param traffic the trucks on the roads
 * @param digProgress the tonnes moved against the dig plan
 */
public record PitSnapshot(
        Instant time,
        long seed,
        PitCounts counts,
        Map<String, MachineSnapshot> machines,
        Map<String, StationState> stations,
        Map<String, RoadSurfaceState> roads,
        RoadTrafficState traffic,
        DigProgressState digProgress) {}
