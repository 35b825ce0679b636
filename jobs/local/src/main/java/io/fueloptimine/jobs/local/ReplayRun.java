package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.local.account.ResultTables;
import io.fueloptimine.jobs.local.account.RunAccount;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.replay.FleetStatistics;
import io.fueloptimine.jobs.local.replay.ReplaySummary;
import io.fueloptimine.jobs.local.replay.UnsendableRecords;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.simulator.publish.BrokerUnreachableException;
import io.fueloptimine.jobs.simulator.publish.MqttMessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.jobs.training.fleet.FleetRecords;
import io.fueloptimine.jobs.training.fleet.RecordFilter;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code fuel replay}: converts the records of a fleet management system to messages, sends them
 * through an MQTT broker to the streaming jobs, and reads statistics from the SQL views.
 */
public final class ReplayRun {

    private static final Duration SEND_LIMIT = Duration.ofMinutes(10);
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(5);

    /**
     * The settings of a replay.
     *
     * @param fleet the folder with the records
     * @param mapping the mapping of file and column names
     * @param data the folder with all state
     * @param mine the mine whose map the jobs use, because the records contain no map of their site
     * @param registry the model registry
     * @param stepSettings the settings file of the jobs; empty for the defaults
     * @param parallelism number of subtasks of each operator
     * @param ports the ports of the servers
     */
    public record Settings(
            Path fleet,
            FleetMapping mapping,
            Path data,
            MineSite mine,
            Path registry,
            Optional<Path> stepSettings,
            int parallelism,
            Ports ports) {}

    private final FuelHome home;
    private final Settings settings;
    private final Consumer<String> output;

    /**
     * @param output receives each line to be printed
     */
    public ReplayRun(FuelHome home, Settings settings, Consumer<String> output) {
        this.home = home;
        this.settings = settings;
        this.output = output;
    }

    /**
     * Reads all records, starts the servers and jobs, sends the records, and waits until the jobs
     * have processed them.
     */
    public ReplaySummary run() throws SQLException, IOException, InterruptedException {
        FleetRecords records = new FleetRecords(settings.mapping());
        records.check(settings.fleet());
        List<FleetRecord> cycles = records.cycles(settings.fleet());
        List<FleetRecord> refuels = records.refuels(settings.fleet());
        try (DataFolder data = DataFolder.open(settings.data());
                LocalStack stack =
                        LocalStack.start(
                                home,
                                data,
                                settings.ports(),
                                settings.parallelism(),
                                part -> output.accept("Starting " + part));
                TopicMonitor topics = new TopicMonitor(stack.bootstrapServers());
                ResultTables tables = new ResultTables(stack.sql())) {
            output.accept("Starting the jobs ingest, fuel, alarms, dispatch, archive and cabs");
            StreamingJobs jobs = new JobWiring(stack, jobSettings()).submit(topics);
            jobs.awaitReady();
            topics.awaitQuiet();
            RunAccount account = new RunAccount(topics, tables);
            output.accept(
                    "Sending " + cycles.size() + " cycles, " + refuels.size() + " refuellings");
            UnsendableRecords unsendable = new UnsendableRecords();
            List<FleetRecord> all = inOrder(cycles, refuels);
            long refused = send(stack, all.stream().filter(unsendable::isSendable).toList());
            long unsent = unsendable.total();
            Await.holdsWithin(
                    ARRIVAL_LIMIT,
                    () -> account.account(all.size(), unsent).unaccounted() <= refused);
            output.accept("Stopping each job when it has read all its input");
            jobs.stop();
            leftOut(records, inOrder(cycles, refuels)).forEach(output);
            return new ReplaySummary(
                    cycles.size(),
                    refuels.size(),
                    account.account(all.size(), unsent),
                    unsendable,
                    refused,
                    account.quality(),
                    FleetStatistics.read(stack.sql(), settings.mapping().site()));
        }
    }

    /**
     * Describes the rows that violate the default validation suite, with file and line; job ingest
     * rejects these rows.
     */
    private static List<String> leftOut(FleetRecords read, List<FleetRecord> records) {
        RecordFilter filter = new RecordFilter(read.report());
        records.forEach(filter::pass);
        return read.report().lines();
    }

    private static List<FleetRecord> inOrder(List<FleetRecord> cycles, List<FleetRecord> refuels) {
        List<FleetRecord> all = new ArrayList<>(cycles);
        all.addAll(refuels);
        all.sort(FleetRecord.BY_TIME);
        return all;
    }

    /** Sends all records; returns the number of records that the broker refused. */
    private long send(LocalStack stack, List<FleetRecord> records) throws InterruptedException {
        PublishSettings mqtt =
                PublishSettings.plain("127.0.0.1", stack.mqttPort()).withClientIdPrefix("replay");
        try (MqttMessagePublisher publisher = MqttMessagePublisher.connect(mqtt)) {
            for (FleetRecord record : records) {
                publisher.publish(
                        new OutboundMessage(record.topic(), record.topic(), record.json()));
            }
            if (!publisher.awaitAnswers(SEND_LIMIT)) {
                throw new StackException(
                        "the broker did not take all records within " + SEND_LIMIT, null);
            }
            return publisher.counts().refused();
        } catch (BrokerUnreachableException e) {
            throw new StackException("the records cannot be sent: " + e.getMessage(), e);
        }
    }

    private JobSettings jobSettings() {
        return new JobSettings(
                        settings.mapping().site(),
                        settings.mine(),
                        settings.registry(),
                        settings.parallelism())
                .withStepSettings(settings.stepSettings());
    }
}
