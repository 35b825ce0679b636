package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a mine is run. Immutable.
 *
 * @param site the mine
 * @param seed everything that is drawn follows from it
 * @param scenario what goes wrong
 * @param speedUp mine seconds per wall second, above 0; infinite for as fast as possible
 * @param mineStart mine time at the first start (UTC), on a whole second
 * @param mqtt the broker, for readings and for assignments
 * @param stateFolder where the mine keeps its state between starts
 */
public record SimulationSettings(
        MineSite site,
        long seed,
        Scenario scenario,
        double speedUp,
        Instant mineStart,
        MqttSettings mqtt,
        Path stateFolder) {

    private static final long DEFAULT_SEED = 42;
    private static final double DEFAULT_SPEED_UP = 60;

    /** Rejects what cannot run, naming every fault. */
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

    /** An undisturbed mine at 60x from the default start. */
    public static SimulationSettings of(MineSite site, MqttSettings mqtt, Path stateFolder) {
        return new SimulationSettings(
                site,
                DEFAULT_SEED,
                Scenario.UNDISTURBED,
                DEFAULT_SPEED_UP,
                PitSettings.DEFAULT_START,
                mqtt,
                stateFolder);
    }

    /** The same with another seed. */
    public SimulationSettings withSeed(long newSeed) {
        return new SimulationSettings(
                site, newSeed, scenario, speedUp, mineStart, mqtt, stateFolder);
    }

    /** The same under a scenario. */
    public SimulationSettings withScenario(Scenario newScenario) {
        return new SimulationSettings(
                site, seed, newScenario, speedUp, mineStart, mqtt, stateFolder);
    }

    /** The same at another speed; {@link Double#POSITIVE_INFINITY} for as fast as possible. */
    public SimulationSettings withSpeedUp(double newSpeedUp) {
        return new SimulationSettings(
                site, seed, scenario, newSpeedUp, mineStart, mqtt, stateFolder);
    }

    /** The same beginning at another moment. */
    public SimulationSettings withMineStart(Instant newStart) {
        return new SimulationSettings(site, seed, scenario, speedUp, newStart, mqtt, stateFolder);
    }
}
