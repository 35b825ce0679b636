package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.local.CheckpointIntervals;
import io.fueloptimine.jobs.local.JobSettings;
import io.fueloptimine.jobs.local.JobWiring;
import io.fueloptimine.jobs.local.StreamingJobs;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.EmptyDataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code fuel soak}: the soak test. The soak test sends readings at a constant rate while faults
 * are injected, and then checks that each store contains exactly the expected readings.
 */
public final class SoakRun {

    private static final String COMMAND = "soak";

    /**
     * The checkpoint intervals of the soak test. The intervals are shorter than in a mine, so that
     * faults interrupt many checkpoints within minutes.
     */
    private static final CheckpointIntervals CHECKPOINTS =
            new CheckpointIntervals(
                    Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(2);
    private static final Duration RESULTS_LIMIT = Duration.ofMinutes(5);
    private static final List<String> ARCHIVED = List.of(Topics.READINGS_VALID);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(60);

    /**
     * The settings of a soak test.
     *
     * @param data the folder with all state; it is emptied at the start
     * @param length the duration for which faults are injected
     * @param ratePerS number of readings per second
     * @param seed the seed of the random order of faults
     * @param every the time between two faults
     * @param faults the kinds of faults, at least one
     * @param broker the MQTT broker to use
     * @param mine the mine for which job dispatch plans; the fleet of the soak test belongs to
     *     another site
     * @param registry the model registry
     * @param parallelism number of subtasks of each operator
     * @param ports the ports of the servers
     */
    public record Settings(
            Path data,
            Duration length,
            int ratePerS,
            long seed,
            Duration every,
            List<Fault> faults,
            Duration sqlOutage,
            SoakBroker broker,
            MineSite mine,
            Path registry,
            int parallelism,
            SoakPorts ports) {}

    private final FuelHome home;
    private final Settings settings;
    private final SoakFleet fleet;
    private final Consumer<String> output;

    /**
     * @param output receives each line to be printed
     */
    public SoakRun(FuelHome home, Settings settings, Consumer<String> output) {
        this.home = home;
        this.settings = settings;
        this.fleet = new SoakFleet(settings.length().toSeconds() * settings.ratePerS());
        this.output = output;
    }

    /**
     * Checks whether a soak test can start, without changing anything.
     *
     * @return one text per fault of the data folder, the ports or the broker's program; empty if
     *     there are no faults
     */
    public static List<String> faultsIn(Path data, SoakPorts ports, SoakBroker broker) {
        List<String> faults = new ArrayList<>(EmptyDataFolder.faultsIn(data, COMMAND));
        faults.addAll(Ports.faultsIn(ports.uses()));
        try {
            BrokerStarter.requireInstalled(broker);
        } catch (InvalidInputException e) {
            faults.addAll(e.faults());
        }
        return faults;
    }

    /**
     * Runs the soak test.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if the broker is not
     *     installed, a port is in use, or the data folder contains files of another origin
     * @throws StackException if a server or job does not start or ends unexpectedly
     */
    public SoakSummary run() throws IOException, SQLException, InterruptedException {
        BrokerStarter.requireInstalled(settings.broker());
        try (DataFolder data = EmptyDataFolder.open(settings.data(), COMMAND);
                SoakStack stack =
                        SoakStack.start(
                                home,
                                data,
                                settings.broker(),
                                settings.ports(),
                                settings.parallelism(),
                                part -> output.accept("Starting " + part));
                TopicMonitor topics = new TopicMonitor(stack.bootstrapServers());
                ArrivalMonitor arrivals = new ArrivalMonitor(fleet, stack.bootstrapServers())) {
            output.accept("Starting the jobs ingest, fuel, alarms, dispatch, archive and cabs");
            StreamingJobs jobs = new JobWiring(stack, jobSettings()).submit(topics);
            jobs.awaitReady();
            arrivals.start();
            return soak(stack, jobs, topics, arrivals);
        }
    }

    private SoakSummary soak(
            SoakStack stack, StreamingJobs jobs, TopicMonitor topics, ArrivalMonitor arrivals)
            throws IOException, SQLException, InterruptedException {
        try (FleetPublisher publisher = FleetPublisher.open(stack.mqttPort());
                SoakLoad load = new SoakLoad(fleet, publisher, settings.ratePerS())) {
            output.accept(
                    "Sending "
                            + settings.ratePerS()
                            + " readings/s, a fault every "
                            + settings.every().toSeconds()
                            + " s");
            load.start();
            FaultInjection faultInjection =
                    new FaultInjection(stack, load, arrivals, settings, output);
            List<InjectedFault> faults;
            GrowthTable growth;
            try (ResourceMonitor resources =
                    new ResourceMonitor(
                            Path.of("/proc"), stack.processes(), checkpointSizes(jobs))) {
                faults = faultInjection.run();
                growth = resources.stop();
            }
            settle(stack, jobs, load, arrivals, faultInjection);
            StoreAccounts stores = new StoreAccounts(fleet, stack.sql(), stack.data().lake());
            awaitResults(stores, topics);
            output.accept("Stopping each job when it has read all its input");
            jobs.stop();
            long dropped = topics.quality().duplicates() + topics.quality().redelivered();
            return new SoakSummary(
                    settings.broker(),
                    load.acknowledged(),
                    load.resent(),
                    faultInjection.elapsed(),
                    arrivals.repeats(),
                    dropped,
                    stack.restarts(),
                    faults,
                    growth,
                    accounts(arrivals, stores));
        }
    }

    private static Map<String, Supplier<OptionalLong>> checkpointSizes(StreamingJobs jobs) {
        Map<String, Supplier<OptionalLong>> sizes = new LinkedHashMap<>();
        jobs.metrics().forEach((job, metrics) -> sizes.put(job, metrics::checkpointBytes));
        return sizes;
    }

    /**
     * Waits until all readings have arrived, and then sends the final reading of each truck, after
     * which Flink emits the results of the last windows.
     */
    private void settle(
            SoakStack stack,
            StreamingJobs jobs,
            SoakLoad load,
            ArrivalMonitor arrivals,
            FaultInjection faultInjection)
            throws InterruptedException {
        output.accept("No more faults; waiting until all readings have arrived");
        long measured = arrivals.expected() - SoakFleet.TRUCKS;
        faultInjection.watchUntil(
                ARRIVAL_LIMIT,
                () ->
                        stack.allProcessesAlive()
                                && load.isDone()
                                && arrivals.distinct() >= measured);
        jobs.awaitReady();
        load.sendClosing(CLOSING_LIMIT);
        faultInjection.watchUntil(CLOSING_LIMIT, () -> arrivals.distinct() >= arrivals.expected());
    }

    /**
     * Waits until jobs fuel, alarms and archive have processed all readings. The jobs can be
     * minutes behind, which is longer than the stop of a job waits.
     */
    private static void awaitResults(StoreAccounts stores, TopicMonitor topics) {
        Await.holdsWithin(
                RESULTS_LIMIT,
                () -> {
                    try {
                        return stores.sqlWindows().lost() == 0
                                && stores.sqlRejected().lost() == 0
                                && topics.lag(ArchiveOptions.DEFAULT_GROUP, ARCHIVED) == 0;
                    } catch (SQLException e) {
                        throw new StackException("the SQL server does not answer: " + e, e);
                    }
                });
    }

    private static List<StoreAccount> accounts(ArrivalMonitor arrivals, StoreAccounts stores)
            throws IOException, SQLException, InterruptedException {
        List<StoreAccount> accounts = new ArrayList<>();
        accounts.add(arrivals.stop());
        accounts.add(stores.sqlWindows());
        accounts.add(stores.sqlRejected());
        accounts.add(stores.lakeReadings());
        accounts.add(stores.lakeWindows());
        return accounts;
    }

    private JobSettings jobSettings() {
        return new JobSettings(
                SoakFleet.SITE,
                settings.mine(),
                settings.registry(),
                settings.parallelism(),
                CHECKPOINTS);
    }
}
