package io.fueloptimine.jobs.local;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.jobs.local.account.ResultTables;
import io.fueloptimine.jobs.local.account.RunAccount;
import io.fueloptimine.jobs.local.account.RunSummary;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.run.MasterData;
import io.fueloptimine.jobs.local.run.ModelMonitor;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.RetrainingProcess;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.local.stack.StackSecurity;
import io.fueloptimine.jobs.local.stack.SupervisedProcess;
import io.fueloptimine.jobs.simulator.MineSimulation;
import io.fueloptimine.jobs.simulator.SimulationSettings;
import io.fueloptimine.jobs.simulator.SimulationStatus;
import io.fueloptimine.jobs.simulator.publish.BrokerUnreachableException;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code fuel local}: runs all servers and jobs on one machine, with a simulated mine. A run in the
 * data folder of an earlier run continues from the state of the earlier run.
 */
public final class LocalRun {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration UNLIMITED = Duration.ofDays(3_650);
    private static final Duration MINE_STOP_LIMIT = Duration.ofSeconds(90);
    private static final Duration ARRIVAL_LIMIT = Duration.ofSeconds(90);

    /**
     * The settings of a run.
     *
     * @param data the folder with all state
     * @param length wall-clock time for which the mine runs; empty to run until a stop is requested
     * @param mine the mine
     * @param scenario the faults that the simulated mine injects
     * @param seed the seed of the simulation
     * @param speedUp ratio of simulated time to wall-clock time
     * @param registry the model registry, to which retraining adds versions
     * @param stepSettings the settings file of the jobs; empty for the defaults
     * @param retraining whether the fuel model is retrained when the mine changes
     * @param parallelism number of subtasks of each operator
     * @param ports the ports of the servers
     * @param secure whether MQTT, Kafka and SQL require TLS and a password
     */
    public record Settings(
            Path data,
            Optional<Duration> length,
            MineSite mine,
            Scenario scenario,
            long seed,
            double speedUp,
            Path registry,
            Optional<Path> stepSettings,
            boolean retraining,
            int parallelism,
            Ports ports,
            boolean secure) {}

    private final FuelHome home;
    private final Settings settings;
    private final Consumer<String> output;
    private final StopSignal stop;

    /**
     * @param output receives each line to be printed
     * @param stop the signal that ends the start or the run early
     */
    public LocalRun(FuelHome home, Settings settings, Consumer<String> output, StopSignal stop) {
        this.home = home;
        this.settings = settings;
        this.output = output;
        this.stop = stop;
    }

    /** Runs until the time has elapsed or a stop is requested. */
    public RunSummary run() throws SQLException, IOException, InterruptedException {
        try (DataFolder data = DataFolder.open(settings.data());
                LocalStack stack =
                        LocalStack.start(
                                home,
                                data,
                                settings.ports(),
                                settings.parallelism(),
                                security(data),
                                part -> output.accept("Starting " + part));
                TopicMonitor topics = new TopicMonitor(stack.kafka());
                ResultTables tables = new ResultTables(stack.sql())) {
            MasterData.write(stack.sql(), settings.mine(), settings.registry());
            output.accept("Starting the jobs ingest, fuel, alarms, dispatch, archive and cabs");
            StreamingJobs jobs = new JobWiring(stack, jobSettings()).submit(topics);
            jobs.awaitReady();
            topics.awaitQuiet();
            Optional<SupervisedProcess> retraining = startRetraining(stack);
            try {
                return runMine(stack, jobs, new RunAccount(topics, tables));
            } finally {
                retraining.ifPresent(SupervisedProcess::close);
            }
        }
    }

    private Optional<StackSecurity> security(DataFolder data) {
        if (!settings.secure()) {
            return Optional.empty();
        }
        output.accept("Making certificates and passwords that are missing");
        return Optional.of(
                StackSecurity.make(
                        home.makeCertificates(), data.security(), settings.mine().site()));
    }

    private static MqttConnectionSettings mqtt(LocalStack stack) {
        return stack.security()
                .map(given -> given.mqtt(stack.mqttPort(), StackSecurity.MQTT_MINE))
                .orElseGet(() -> MqttConnectionSettings.plain("127.0.0.1", stack.mqttPort()));
    }

    private Optional<SupervisedProcess> startRetraining(LocalStack stack) throws IOException {
        if (!settings.retraining()) {
            return Optional.empty();
        }
        output.accept("Starting the retraining of models");
        Path folder = stack.data().retraining();
        Files.createDirectories(folder);
        Path mine = folder.resolve("mine.yaml");
        Files.write(mine, MineJson.toBytes(settings.mine()));
        return Optional.of(
                RetrainingProcess.start(
                        home,
                        folder,
                        stack.security(),
                        List.of(
                                "--mine=" + mine,
                                "--lake=" + stack.data().lake(),
                                "--registry=" + settings.registry().toAbsolutePath(),
                                "--kafka=" + stack.bootstrapServers(),
                                "--sql=" + stack.sql().url(),
                                "--sql-password-file="
                                        + SqlServer.passwordFile(
                                                stack.data().sql(), SqlServer.ADMINISTRATOR),
                                "--look-every=10")));
    }

    private RunSummary runMine(LocalStack stack, StreamingJobs jobs, RunAccount account)
            throws SQLException, IOException, InterruptedException {
        try (MineSimulation mine = new MineSimulation(simulationSettings(stack))) {
            startMine(mine);
            stop.started();
            Instant mineStart = mine.status().mineTime();
            try (ModelMonitor models = watchModels(stack, mine)) {
                long startedAt = System.nanoTime();
                printAddresses(stack);
                watch(mine, jobs, account, models);
                Duration wallTime = Duration.ofNanos(System.nanoTime() - startedAt);
                output.accept("Stopping the mine, then each job when it has read all its input");
                mine.stop(MINE_STOP_LIMIT);
                SimulationStatus after = mine.status();
                long made = after.madeThisRun();
                Await.holdsWithin(ARRIVAL_LIMIT, () -> account.account(made).unaccounted() <= 0);
                jobs.stop();
                models.render().ifPresent(output);
                return account.summary(
                        wallTime,
                        Duration.between(mineStart, after.mineTime()),
                        made,
                        after.publishedThisRun().repeats());
            }
        }
    }

    private ModelMonitor watchModels(LocalStack stack, MineSimulation mine) throws SQLException {
        return new ModelMonitor(
                stack.kafka(),
                stack.sql(),
                settings.scenario(),
                mine.scenarioStart(),
                mine.status().mineTime(),
                output);
    }

    private void startMine(MineSimulation mine) throws IOException, InterruptedException {
        output.accept(
                "Starting the mine "
                        + settings.mine().site()
                        + ", scenario "
                        + settings.scenario().name());
        try {
            mine.start();
        } catch (BrokerUnreachableException e) {
            throw new StackException("the mine cannot start: " + e.getMessage(), e);
        }
    }

    private void watch(
            MineSimulation mine, StreamingJobs jobs, RunAccount account, ModelMonitor models)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + settings.length().orElse(UNLIMITED).toNanos();
        while (System.nanoTime() < end && !stop.isRequestedWithin(TICK)) {
            jobs.requireAlive();
            mine.failure().ifPresent(LocalRun::rethrow);
            Instant mineTime = mine.status().mineTime();
            output.accept(account.status(mineTime).render());
            models.poll(mineTime);
        }
    }

    private static void rethrow(Throwable failure) {
        throw new StackException("the mine stopped by itself: " + failure, failure);
    }

    private void printAddresses(LocalStack stack) {
        output.accept("");
        output.accept("  Flink's web UI  http://127.0.0.1:" + settings.ports().web());
        output.accept("  SQL             " + stack.sql().url());
        output.accept(
                "                  user "
                        + SqlServer.ANALYST
                        + " (reads only), password in "
                        + SqlServer.passwordFile(stack.data().sql(), SqlServer.ANALYST));
        output.accept(
                "  Kafka           " + stack.bootstrapServers() + "  fuel.alerts, dispatch.* ...");
        output.accept("  MQTT            127.0.0.1:" + stack.mqttPort());
        stack.security().ifPresent(this::printSecurity);
        output.accept("  Parquet lake    " + stack.data().lake());
        output.accept("  Log             " + stack.data().logs());
        output.accept(
                settings.length()
                        .map(length -> "  Stops in " + length.toSeconds() + " s")
                        .orElse("  Ctrl-C stops it"));
        output.accept("");
    }

    private void printSecurity(StackSecurity security) {
        output.accept("  TLS             certificate of the authority in " + security.authority());
        output.accept("                  for SQL clients in " + security.sqlTrustStore());
        output.accept(
                "  Passwords       of Kafka and MQTT, one file for each user, in "
                        + security.folder());
    }

    private JobSettings jobSettings() {
        return new JobSettings(
                        settings.mine().site(),
                        settings.mine(),
                        settings.registry(),
                        settings.parallelism())
                .withStepSettings(settings.stepSettings());
    }

    private SimulationSettings simulationSettings(LocalStack stack) {
        return SimulationSettings.of(
                        settings.mine(), PublishSettings.of(mqtt(stack)), stack.data().mine())
                .withSeed(settings.seed())
                .withScenario(settings.scenario())
                .withSpeedUp(settings.speedUp());
    }
}
