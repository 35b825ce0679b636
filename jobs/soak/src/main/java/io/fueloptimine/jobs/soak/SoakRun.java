package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.local.CheckpointIntervals;
import io.fueloptimine.jobs.local.JobSettings;
import io.fueloptimine.jobs.local.JobWiring;
import io.fueloptimine.jobs.local.StreamingJobs;
import io.fueloptimine.jobs.local.TopicCounts;
import io.fueloptimine.jobs.local.Waiting;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.EmptiedFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code fuel soak}: a steady load while one part after the other is killed, and then the account
 * of every single reading.
 */
public final class SoakRun {

    /**
     * Faster than a mine needs, so that a run of minutes crosses many checkpoints: every one of
     * them is a moment at which something may go wrong.
     */
    private static final CheckpointIntervals CHECKPOINTS =
            new CheckpointIntervals(
                    Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(2);
    private static final Duration RESULTS_LIMIT = Duration.ofMinutes(5);
    private static final List<String> ARCHIVED = List.of(Topics.READINGS_VALID);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(60);

    /**
     * What to do.
     *
     * @param data the folder that holds all state; emptied first
     * @param length how long parts are killed
     * @param ratePerS readings a second
     * @param seed of the order of faults
     * @param every from one fault to the next
     * @param faults the kinds of faults, at least one
     * @param broker the MQTT broker to use
     * @param mine the mine that analytics dispatches; the fleet is another site's
     * @param registry the model registry
     * @param parallelism subtasks of each operator
     * @param ports the ports
     */
    public record Settings(
            Path data,
            Duration length,
            int ratePerS,
            long seed,
            Duration every,
            List<Fault> faults,
            SoakBroker broker,
            MineSite mine,
            Path registry,
            int parallelism,
            SoakPorts ports) {}

    private final FuelHome home;
    private final Settings settings;
    private final SoakFleet fleet;
    private final Consumer<String> say;

    /**
     * @param say takes each line for the person who watches
     */
    public SoakRun(FuelHome home, Settings settings, Consumer<String> say) {
        this.home = home;
        this.settings = settings;
        this.fleet = new SoakFleet(settings.length().toSeconds() * settings.ratePerS());
        this.say = say;
    }

    /** Runs to the end. */
    public SoakSummary run() throws IOException, SQLException, InterruptedException {
        BrokerStarter.requireInstalled(settings.broker());
        try (DataFolder data = EmptiedFolder.open(settings.data(), "soak");
                SoakStack stack =
                        SoakStack.start(
                                home,
                                data,
                                settings.broker(),
                                settings.ports(),
                                settings.parallelism(),
                                part -> say.accept("Starting " + part));
                TopicCounts topics = new TopicCounts(stack.bootstrapServers());
                ArrivalMonitor arrivals = new ArrivalMonitor(fleet, stack.bootstrapServers())) {
            say.accept("Starting the jobs ingest, analytics, archive and cabs");
            StreamingJobs jobs = new JobWiring(stack, jobSettings()).submit(topics);
            jobs.awaitReady();
            arrivals.start();
            return soak(stack, jobs, topics, arrivals);
        }
    }

    private SoakSummary soak(
            SoakStack stack, StreamingJobs jobs, TopicCounts topics, ArrivalMonitor arrivals)
            throws IOException, SQLException, InterruptedException {
        try (FleetPublisher publisher = FleetPublisher.open(stack.mqttPort());
                SoakLoad load = new SoakLoad(fleet, publisher, settings.ratePerS())) {
            say.accept(
                    "Sending "
                            + settings.ratePerS()
                            + " readings/s, a fault every "
                            + settings.every().toSeconds()
                            + " s");
            load.start();
            FaultInjection ordeal = new FaultInjection(stack, load, arrivals, settings, say);
            List<InjectedFault> injuries = ordeal.endure();
            settle(stack, jobs, load, arrivals, ordeal);
            StoreAccounts ledger = new StoreAccounts(fleet, stack.sql(), stack.data().lake());
            awaitResults(ledger, topics);
            say.accept("Stopping each job once it has read everything");
            jobs.stop();
            long dropped = topics.quality().duplicates() + topics.quality().redelivered();
            return new SoakSummary(
                    settings.broker(),
                    load.acknowledged(),
                    load.resent(),
                    ordeal.elapsed(),
                    arrivals.repeats(),
                    dropped,
                    stack.restarts(),
                    injuries,
                    accounts(arrivals, ledger));
        }
    }

    /** No more faults: what was sent arrives, then the closing readings end the last windows. */
    private void settle(
            SoakStack stack,
            StreamingJobs jobs,
            SoakLoad load,
            ArrivalMonitor arrivals,
            FaultInjection ordeal)
            throws InterruptedException {
        say.accept("No more faults; waiting until everything has arrived");
        long measured = arrivals.expected() - SoakFleet.TRUCKS;
        ordeal.watchUntil(
                ARRIVAL_LIMIT,
                () ->
                        stack.allProcessesAlive()
                                && load.isDone()
                                && arrivals.distinct() >= measured);
        jobs.awaitReady();
        load.sendClosing(CLOSING_LIMIT);
        ordeal.watchUntil(CLOSING_LIMIT, () -> arrivals.distinct() >= arrivals.expected());
    }

    /** The jobs behind Kafka may be behind by minutes; stopping them waits less long. */
    private static void awaitResults(StoreAccounts ledger, TopicCounts topics) {
        Waiting.holdsWithin(
                RESULTS_LIMIT,
                () -> {
                    try {
                        return ledger.sqlWindows().lost() == 0
                                && ledger.sqlRejected().lost() == 0
                                && topics.lag(JobWiring.ARCHIVE_GROUP, ARCHIVED) == 0;
                    } catch (SQLException e) {
                        throw new StackException("the SQL server does not answer: " + e, e);
                    }
                });
    }

    private static List<StoreAccount> accounts(ArrivalMonitor arrivals, StoreAccounts ledger)
            throws IOException, SQLException, InterruptedException {
        List<StoreAccount> accounts = new ArrayList<>();
        accounts.add(arrivals.end());
        accounts.add(ledger.sqlWindows());
        accounts.add(ledger.sqlRejected());
        accounts.add(ledger.lakeReadings());
        accounts.add(ledger.lakeWindows());
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
