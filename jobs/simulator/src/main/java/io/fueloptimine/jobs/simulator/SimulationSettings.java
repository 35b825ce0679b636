package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of a simulation. Immutable.
 *
 * @param site the simulated site
 * @param seed the seed of all random numbers
 * @param scenario the faults that the simulation injects
 * @param speedUp seconds of simulated time per second of wall time, above 0; {@link
 *     Double#POSITIVE_INFINITY} for as fast as possible
 * @param mineStart simulated time of the first start (UTC), a whole second
 * @param mqtt the connection to the broker, for messages and assignments
 * @param stateFolder folder of the state file, from which the next start continues
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

    /** Rejects invalid settings; the exception's message names every fault. */
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

    /** Settings without faults, with a speed-up of 60 and the default start time. */
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

    /** A copy of these settings with another seed. */
    public SimulationSettings withSeed(long newSeed) {
        return new SimulationSettings(
                site, newSeed, scenario, speedUp, mineStart, mqtt, stateFolder);
    }

    /** A copy of these settings with another scenario. */
    public SimulationSettings withScenario(Scenario newScenario) {
        return new SimulationSettings(
                site, seed, newScenario, speedUp, mineStart, mqtt, stateFolder);
    }

    /** A copy of these settings with another speed-up. */
    public SimulationSettings withSpeedUp(double newSpeedUp) {
        return new SimulationSettings(
                site, seed, scenario, newSpeedUp, mineStart, mqtt, stateFolder);
    }

    /** A copy of these settings with another start time. */
    public SimulationSettings withMineStart(Instant newStart) {
        return new SimulationSettings(site, seed, scenario, speedUp, newStart, mqtt, stateFolder);
    }
}
