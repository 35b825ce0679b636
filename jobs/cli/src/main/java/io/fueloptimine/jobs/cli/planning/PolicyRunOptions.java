package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The common options of commands that run policies on a simulated mine with several seeds. */
final class PolicyRunOptions {

    private final int leastSeeds;
    private final String dataFolder;

    @Option(
            names = "--policies",
            paramLabel = "NAME",
            description = "The policies, separated by commas (default: ${DEFAULT-VALUE}).")
    private String policies;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Number of seeds (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "101",
            description =
                    "The first seed (default: ${DEFAULT-VALUE}; seeds from 101 on are for reports,"
                            + " those below for tuning).")
    private long firstSeed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at the same time (default: the number of processors).")
    private Integer threads;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report (default: the command's folder in data).")
    private Path folder;

    /**
     * @param policies the default policies, separated by commas
     * @param seeds the default number of seeds
     * @param leastSeeds the smallest number of seeds
     * @param dataFolder the default folder of the report, within the data folder
     */
    PolicyRunOptions(String policies, int seeds, int leastSeeds, String dataFolder) {
        this.policies = policies;
        this.seeds = seeds;
        this.leastSeeds = leastSeeds;
        this.dataFolder = dataFolder;
    }

    /** Adds the faults of the options. */
    void check(CommandSpec spec, StartFaults faults) {
        faults.check(() -> policies(spec));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                seeds >= leastSeeds,
                                "--seeds",
                                seeds,
                                leastSeeds + " or more"));
        faults.check(() -> Require.that(spec, threads() >= 1, "--threads", threads, "1 or more"));
    }

    List<PolicyName> policies(CommandSpec spec) {
        return NamedOptions.some(
                spec,
                "--policies",
                List.of(policies.split(",", -1)),
                PolicyName.values(),
                PolicyName::text);
    }

    int seeds() {
        return seeds;
    }

    long firstSeed() {
        return firstSeed;
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The folder of the report. */
    Path report(FuelHome home) {
        return folder == null ? home.data(dataFolder) : folder;
    }
}
