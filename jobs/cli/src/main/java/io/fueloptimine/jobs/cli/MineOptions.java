package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which mine is simulated, and what goes wrong in it. */
final class MineOptions {

    @Option(
            names = "--mine",
            paramLabel = "FILE",
            description = "The mine (default: deploy/local/mines/andes.yaml).")
    private Path mine;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "What goes wrong, and when (default: deploy/local/scenarios/default.yaml; "
                            + "every-fault.yaml beside it has every fault there is).")
    private Path scenario;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same mine (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description = "Mine time over wall-clock time (default: ${DEFAULT-VALUE}).")
    private double speedUp;

    MineSite site(FuelHome home) {
        return MineSiteFile.read(mine == null ? home.mine() : mine);
    }

    Scenario scenario(FuelHome home, MineSite site) {
        return ScenarioFile.read(scenario == null ? home.scenario() : scenario, site);
    }

    long seed() {
        return seed;
    }

    double speedUp(CommandSpec spec) {
        Require.that(spec, speedUp > 0, "--speed", speedUp, "a number above 0");
        return speedUp;
    }
}
