package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.PortOptions;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.RunOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.soak.Fault;
import io.fueloptimine.jobs.soak.SoakBroker;
import io.fueloptimine.jobs.soak.SoakPorts;
import io.fueloptimine.jobs.soak.SoakRun;
import io.fueloptimine.jobs.soak.SoakSummary;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel soak}. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the product under load while it kills TaskManager, JobManager and broker,"
                    + " interrupts the network and stops the SQL server, one after the other. Then"
                    + " looks up every reading in Kafka, SQL and the lake.",
            "Exit code 0 only if nothing is lost, and nothing is doubled in the SQL tables and the"
                    + " lake."
        })
public final class SoakCommand implements Callable<Integer> {

    private static final int HIGHEST_RATE = 100_000;
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final String KINDS = "tm, jm, broker, network, sql";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder with all state, emptied first (default: data/soak).")
    private Path data;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "5",
            description = "Minutes of fault injection (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Readings per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the order of faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Time between faults (default: ${DEFAULT-VALUE}).")
    private double every;

    @Option(
            names = "--kill",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "tm,jm,broker,network,sql",
            description = "The faults to inject, of tm, jm, broker, network, sql (default: all).")
    private List<String> kill;

    @Option(
            names = "--sql-outage",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long the SQL server is stopped (default: ${DEFAULT-VALUE}).")
    private double sqlOutage;

    @Option(
            names = "--broker",
            paramLabel = "NAME",
            defaultValue = "builtin",
            description = {
                "The MQTT broker: builtin, or mosquitto of the system's package (default: ${DEFAULT-VALUE}).",
                "A broker fault kills the built-in broker and stops Mosquitto (see connectors/mqtt/BROKERS.md)."
            })
    private String broker;

    @Option(
            names = "--zookeeper-port",
            paramLabel = "PORT",
            defaultValue = "2181",
            description = "ZooKeeper (default: ${DEFAULT-VALUE}).")
    private int zooKeeper;

    @Mixin private RunOptions run;
    @Mixin private PortOptions ports;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = data == null ? home.data("soak") : data;
        LogFolder.use(folder);
        requireValid(home, folder);
        SoakRun.Settings settings = settings(home, folder);
        return StoppableRun.execute(spec, stop -> run(home, settings));
    }

    private int run(FuelHome home, SoakRun.Settings settings) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        SoakSummary summary = new SoakRun(home, settings, line -> print(out, line)).run();
        out.println();
        out.print(summary.render());
        out.println();
        out.println(summary.isClean() ? "Lost 0, doubled 0." : "NOT CLEAN: see above.");
        out.flush();
        return summary.isClean() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private void requireValid(FuelHome home, Path folder) {
        StartFaults faults = new StartFaults();
        boolean brokerIsKnown = faults.check(this::broker);
        faults.add(
                SoakRun.faultsIn(
                        folder, soakPorts(), brokerIsKnown ? broker() : SoakBroker.BUILT_IN));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                minutes > 0 && minutes <= LONGEST_MINUTES,
                                "--minutes",
                                minutes,
                                "more than 0, up to " + LONGEST_MINUTES));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                rate >= 1 && rate <= HIGHEST_RATE,
                                "--rate",
                                rate,
                                "1 to " + HIGHEST_RATE));
        faults.check(() -> Require.that(spec, every >= 1, "--every", every, "1 or more"));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                sqlOutage > 0 && sqlOutage <= LONGEST_MINUTES * 60,
                                "--sql-outage",
                                sqlOutage,
                                "more than 0, up to " + LONGEST_MINUTES * 60));
        faults.check(this::faults);
        run.check(spec, home, false, faults);
        faults.requireNone();
    }

    private SoakRun.Settings settings(FuelHome home, Path folder) {
        return new SoakRun.Settings(
                folder,
                seconds(minutes * 60),
                rate,
                seed,
                seconds(every),
                faults(),
                seconds(sqlOutage),
                broker(),
                MineSiteFile.read(home.mine()),
                run.registry(home),
                run.parallelism(spec),
                soakPorts());
    }

    private SoakPorts soakPorts() {
        return new SoakPorts(ports.ports(), zooKeeper);
    }

    private SoakBroker broker() {
        Optional<SoakBroker> chosen = SoakBroker.of(broker);
        Require.that(spec, chosen.isPresent(), "--broker", broker, "builtin or mosquitto");
        return chosen.get();
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (String name : kill) {
            Optional<Fault> fault = Fault.of(name.strip());
            Require.that(spec, fault.isPresent(), "--kill", name, "some of " + KINDS);
            faults.add(fault.get());
        }
        return faults;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
