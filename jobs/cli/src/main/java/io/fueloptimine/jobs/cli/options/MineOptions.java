package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a simulated mine and its faults. */
public final class MineOptions {

    @Mixin private MineFileOption mine;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "The faults and their times (default: deploy/local/scenarios/default.yaml;"
                            + " every-fault.yaml in the same folder has all kinds).")
    private Path scenario;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the simulation (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description = "Ratio of mine time to wall-clock time (default: ${DEFAULT-VALUE}).")
    private double speedUp;

    /** Checks the mine file, the scenario file and the numbers among the options. */
    public void check(CommandSpec spec, FuelHome home, StartFaults faults) {
        faults.check(() -> speedUp(spec));
        Path scenarioFile = scenario == null ? home.scenario() : scenario;
        if (!faults.check(() -> site(home))) {
            // Its content is checked against the mine.
            faults.requireFile("--scenario", scenarioFile);
            return;
        }
        faults.check(() -> scenario(home, site(home)));
    }

    public MineSite site(FuelHome home) {
        return MineSiteFile.read(mine.file(home));
    }

    public Scenario scenario(FuelHome home, MineSite site) {
        return ScenarioFile.read(scenario == null ? home.scenario() : scenario, site);
    }

    public long seed() {
        return seed;
    }

    public double speedUp(CommandSpec spec) {
        Require.that(spec, speedUp > 0, "--speed", speedUp, "a number above 0");
        return speedUp;
    }
}
