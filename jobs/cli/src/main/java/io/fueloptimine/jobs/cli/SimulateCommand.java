package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.StopSignal;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.simulator.MineSimulation;
import io.fueloptimine.jobs.simulator.SimulationSettings;
import io.fueloptimine.jobs.simulator.SimulationStatus;
import io.fueloptimine.jobs.simulator.calibration.CalibrationReport;
import io.fueloptimine.jobs.simulator.publish.LinkException;
import io.fueloptimine.jobs.simulator.publish.MqttCredentials;
import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.MineSite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fuel simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "The simulated mine alone, against a broker that runs already.",
            "With --calibration: its figures against those measured on a real mine; exit code 0"
                    + " only if all are within bounds."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    @Option(names = "--calibration", description = "Print the calibration report and end.")
    private boolean calibration;

    @Option(
            names = "--mqtt-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The MQTT broker's host (default: ${DEFAULT-VALUE}).")
    private String mqttHost;

    @Option(
            names = "--mqtt-port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "The MQTT broker's port (default: ${DEFAULT-VALUE}).")
    private int mqttPort;

    @Option(
            names = "--mqtt-credentials",
            paramLabel = "FILE",
            description = "A properties file with username and password (default: none).")
    private Path credentials;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "The mine's own state, from which the next start goes on"
                            + " (default: data/simulate).")
    private Path state;

    @Option(names = "--minutes", paramLabel = "N", description = "Stop by itself after N minutes.")
    private Double minutes;

    @Mixin private MineOptions mine;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Require.that(
                spec, minutes == null || minutes > 0, "--minutes", minutes, "a number above 0");
        FuelHome home = FuelHome.find();
        Path folder = state == null ? home.data("simulate") : state;
        LogFolder.use(folder);
        return calibration ? calibrate() : simulate(settings(home, folder));
    }

    private int calibrate() {
        CalibrationReport report = CalibrationReport.run();
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.render());
        out.flush();
        return report.met() ? 0 : Fuel.WRONG_RESULT;
    }

    private SimulationSettings settings(FuelHome home, Path folder) {
        MineSite site = mine.site(home);
        return SimulationSettings.of(site, mqtt(), folder)
                .withSeed(mine.seed())
                .withScenario(mine.scenario(home, site))
                .withSpeedUp(mine.speedUp(spec));
    }

    private MqttSettings mqtt() {
        try {
            MqttSettings settings = MqttSettings.of(mqttHost, mqttPort);
            return credentials == null
                    ? settings
                    : settings.withCredentials(MqttCredentials.read(credentials));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int simulate(SimulationSettings settings) throws Exception {
        StopSignal stop = StopSignal.onShutdown();
        try (MineSimulation simulation = new MineSimulation(settings)) {
            simulation.start();
            watch(simulation, stop);
            return simulation.stop(STOP_LIMIT) ? 0 : Fuel.WRONG_RESULT;
        } catch (LinkException e) {
            throw new InvalidInputException(e.getMessage() + "; see --mqtt-host and --mqtt-port");
        } finally {
            stop.ended();
        }
    }

    private void watch(MineSimulation simulation, StopSignal stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long lengthMs = minutes == null ? Long.MAX_VALUE : Math.round(minutes * 60_000);
        long start = System.nanoTime();
        while ((System.nanoTime() - start) / 1_000_000 < lengthMs && !stop.isAskedWithin(TICK)) {
            simulation
                    .failure()
                    .ifPresent(
                            failure -> {
                                throw new StackException("the mine stopped: " + failure, failure);
                            });
            out.println(line(simulation.figures()));
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
