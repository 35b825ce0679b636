package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineOptions;
import io.fueloptimine.jobs.cli.options.MqttOptions;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.simulator.MineSimulation;
import io.fueloptimine.jobs.simulator.SimulationSettings;
import io.fueloptimine.jobs.simulator.SimulationStatus;
import io.fueloptimine.jobs.simulator.publish.BrokerUnreachableException;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the simulated mine alone, against a broker that is already running.",
            "With --calibration: compares the simulation with measurements of a real mine, on a mine"
                    + " modelled after it and on the mine of --mine; exit code 0 only if all"
                    + " deviations are within bounds on nine of ten seeds."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private static final long FREE_BYTES = 64L << 20;
    private static final int MOST_SEEDS = 1_000;

    @Option(names = "--calibration", description = "Print the calibration report and exit.")
    private boolean calibration;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "With --calibration: number of seeds, from --seed on (default:"
                            + " ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--mutations",
            description =
                    "With --calibration: simulates wrong simulators instead (speeds, burn, queues"
                            + " and fleet by a fifth more and less) and prints the rows that find"
                            + " each.")
    private boolean mutations;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "User of the broker; the same as --mqtt mqtt.username=NAME.")
    private String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "File with the user's password or token; the same as --mqtt"
                            + " mqtt.password-file=FILE.")
    private Path passwordFile;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Folder of the mine's state, from which the next start continues"
                            + " (default: data/simulate).")
    private Path state;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Stop after N minutes (default: run until interrupted).")
    private Double minutes;

    @Mixin private MqttOptions mqtt;
    @Mixin private MineOptions mine;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = state == null ? home.data("simulate") : state;
        LogFolder.use(folder);
        if (calibration) {
            return calibrate(home);
        }
        Require.that(spec, !mutations, "--mutations", "given", "--calibration");
        requireValid(home, folder);
        SimulationSettings settings = settings(home, folder);
        return StoppableRun.execute(spec, stop -> simulate(settings, stop));
    }

    private void requireValid(FuelHome home, Path folder) {
        mqtt.authenticate(username, passwordFile);
        StartFaults faults =
                new StartFaults().add(DataFolder.faultsIn(folder, "--state", FREE_BYTES));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                minutes == null || minutes > 0,
                                "--minutes",
                                minutes,
                                "a number above 0"));
        mine.check(spec, home, faults);
        faults.add(mqtt.faults());
        faults.requireNone();
    }

    private int calibrate(FuelHome home) throws InterruptedException {
        Require.that(
                spec, seeds > 0 && seeds <= MOST_SEEDS, "--seeds", seeds, "1 to " + MOST_SEEDS);
        CalibrationRuns runs = new CalibrationRuns(spec.commandLine().getOut());
        return mutations
                ? runs.mutations(mine.seed())
                : runs.seeds(mine.site(home), mine.seed(), seeds);
    }

    private SimulationSettings settings(FuelHome home, Path folder) {
        MineSite site = mine.site(home);
        return SimulationSettings.of(site, PublishSettings.of(mqtt.settings()), folder)
                .withSeed(mine.seed())
                .withScenario(mine.scenario(home, site))
                .withSpeedUp(mine.speedUp(spec));
    }

    private int simulate(SimulationSettings settings, StopSignal stop) throws Exception {
        try (DataFolder locked = DataFolder.open(settings.stateFolder());
                MineSimulation simulation = new MineSimulation(settings)) {
            simulation.start();
            stop.started();
            watch(simulation, stop);
            return simulation.stop(STOP_LIMIT) ? 0 : ExitCodes.WRONG_RESULT;
        } catch (BrokerUnreachableException e) {
            throw new InvalidInputException(
                    e.getMessage() + "; see --mqtt-host, --mqtt-port and --mqtt");
        }
    }

    private void watch(MineSimulation simulation, StopSignal stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long lengthMs = minutes == null ? Long.MAX_VALUE : Math.round(minutes * 60_000);
        long start = System.nanoTime();
        while ((System.nanoTime() - start) / 1_000_000 < lengthMs
                && !stop.isRequestedWithin(TICK)) {
            simulation
                    .failure()
                    .ifPresent(
                            failure -> {
                                throw new StackException("the mine failed: " + failure, failure);
                            });
            out.println(line(simulation.status()));
        }
    }

    private static String line(SimulationStatus mine) {
        return String.format(
                Locale.ROOT,
                "mine %s (%.0fx) | sent %,d | waiting %,d | cycles %,d | hauled %,.0f t | burnt"
                        + " %,.0f L",
                mine.mineTime(),
                mine.speedUp(),
                mine.sent(),
                mine.pending(),
                mine.cycles(),
                mine.hauledT(),
                mine.burntL());
    }
}
