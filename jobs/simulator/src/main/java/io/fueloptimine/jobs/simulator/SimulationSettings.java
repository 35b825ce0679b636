package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of a simulation. Immutable.
 *
 * @param site the simulated site
 * @param seed determines every random number
 * @param scenario the faults of the run
 * @param speedUp mine seconds per wall second, above 0; {@link Double#POSITIVE_INFINITY} for as
 *     fast as possible
 * @param mineStart mine time of the first start (UTC), a whole second
 * @param mqtt the connection to the broker, for messages and assignments
 * @param stateFolder folder of the state that the next start continues from
 */
public record SimulationSettings(
        MineSite site,
        long seed,
        Scenario scenario,
        double speedUp,
        Instant mineStart,
        PublishSettings mqtt,
        Path stateFolder) {

    private static final long DEFAULT_SEED = 42;
    private static final double DEFAULT_SPEED_UP = 60;

    /** Rejects invalid settings; the message names every fault. */
    public SimulationSettings {
        List<String> faults = new ArrayList<>();
        if (!(speedUp > 0)) {
            faults.add("the speed-up is " + speedUp + ", expected more than 0");
        }
        if (mineStart.getNano() != 0) {
            faults.add("the mine's start is " + mineStart + ", expected a whole second");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** A mine without faults at 60 times wall time from the default start. */
    public static SimulationSettings of(MineSite site, PublishSettings mqtt, Path stateFolder) {
        return new SimulationSettings(
                site,
                DEFAULT_SEED,
                Scenario.UNDISTURBED,
                DEFAULT_SPEED_UP,
                PitSettings.DEFAULT_START,
                mqtt,
                stateFolder);
    }

    /** A copy with another seed. */
    public SimulationSettings withSeed(long newSeed) {
        return new SimulationSettings(
                site, newSeed, scenario, speedUp, mineStart, mqtt, stateFolder);
    }

    /** A copy with a scenario. */
    public SimulationSettings withScenario(Scenario newScenario) {
        return new SimulationSettings(
                site, seed, newScenario, speedUp, mineStart, mqtt, stateFolder);
    }

    /** A copy with another speed-up. */
    public SimulationSettings withSpeedUp(double newSpeedUp) {
        return new SimulationSettings(
                site, seed, scenario, newSpeedUp, mineStart, mqtt, stateFolder);
    }

    /** A copy with another start. */
    public SimulationSettings withMineStart(Instant newStart) {
        return new SimulationSettings(site, seed, scenario, speedUp, newStart, mqtt, stateFolder);
    }
}
