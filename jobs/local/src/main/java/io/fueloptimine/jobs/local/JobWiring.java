package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOptions;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.RunningStack;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Submits the six streaming jobs to a stack. Each job is built from the same {@code --key value}
 * options as by its {@code main} method, so that a local run and a cluster run the same job graphs.
 */
public final class JobWiring {

    /** The names of the jobs, in the order in which data flows through them. */
    public static final List<String> NAMES =
            List.of(
                    IngestJob.NAME,
                    FuelJob.NAME,
                    AlarmsJob.NAME,
                    DispatchJob.NAME,
                    ArchiveJob.NAME,
                    CabsJob.NAME);

    static final int MQTT_SESSIONS = 4;

    private static final Duration CABS_CHECKPOINTS = Duration.ofSeconds(1);

    private final RunningStack stack;
    private final JobSettings settings;
    private final JobArgumentLists arguments;

    public JobWiring(RunningStack stack, JobSettings settings) {
        this.stack = stack;
        this.settings = settings;
        this.arguments = JobArgumentLists.of(stack, settings);
    }

    /**
     * Submits all jobs. Each job is restored from its newest savepoint or checkpoint.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if an earlier run left
     *     results of a job but no savepoint or checkpoint; no job is submitted in this case
     */
    public StreamingJobs submit(TopicMonitor counts) {
        new RestoreCheck(stack, counts).requireState();
        CheckpointIntervals checkpoints = settings.checkpoints();
        return new StreamingJobs(
                stack.flink(),
                counts,
                List.of(
                        start(
                                IngestJob.NAME,
                                checkpoints.ingest(),
                                arguments.ingest(),
                                (env, given) -> IngestJob.build(env, IngestOptions.parse(given))),
                        start(
                                FuelJob.NAME,
                                checkpoints.results(),
                                arguments.fuel(),
                                (env, given) -> FuelJob.build(env, FuelOptions.parse(given)),
                                FuelOptions.DEFAULT_GROUP,
                                Topics.READINGS_VALID),
                        start(
                                AlarmsJob.NAME,
                                checkpoints.results(),
                                arguments.alarms(),
                                (env, given) -> AlarmsJob.build(env, AlarmsOptions.parse(given)),
                                AlarmsOptions.DEFAULT_GROUP,
                                Topics.READINGS_VALID,
                                Topics.FUEL_SCORES,
                                Topics.FUEL_QUALITY,
                                Topics.READINGS_LATE,
                                Topics.ALERTS_SIGNALS),
                        start(
                                DispatchJob.NAME,
                                checkpoints.results(),
                                arguments.dispatch(),
                                (env, given) ->
                                        DispatchJob.build(env, DispatchOptions.parse(given)),
                                DispatchOptions.DEFAULT_GROUP,
                                Topics.READINGS_VALID,
                                Topics.FUEL_DRIFT),
                        start(
                                ArchiveJob.NAME,
                                checkpoints.archive(),
                                arguments.archive(),
                                (env, given) -> ArchiveJob.build(env, ArchiveOptions.parse(given)),
                                ArchiveOptions.DEFAULT_GROUP,
                                Topics.READINGS_VALID,
                                Topics.FUEL_SCORES,
                                Topics.HAUL_CYCLES),
                        start(
                                CabsJob.NAME,
                                CABS_CHECKPOINTS,
                                arguments.cabs(),
                                // A few assignments a second: one subtask is enough.
                                (env, given) ->
                                        CabsJob.build(
                                                env.setParallelism(1), CabsOptions.parse(given)),
                                CabsOptions.DEFAULT_GROUP,
                                Topics.DISPATCH_ASSIGNMENTS)));
    }

    private StreamingJobs.Started start(
            String name,
            Duration checkpointInterval,
            List<String> arguments,
            BiConsumer<StreamExecutionEnvironment, String[]> build,
            String group,
            String... topics) {
        Configuration own = new Configuration();
        own.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        own.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        StreamExecutionEnvironment env = stack.flink().environment(name, own);
        build.accept(env, arguments.toArray(String[]::new));
        return new StreamingJobs.Started(stack.flink().submit(name, env), group, List.of(topics));
    }

    /**
     * Submits a job that reads no Kafka topic. Such a job can be stopped without waiting for its
     * input.
     */
    private StreamingJobs.Started start(
            String name,
            Duration checkpointInterval,
            List<String> arguments,
            BiConsumer<StreamExecutionEnvironment, String[]> build) {
        return start(name, checkpointInterval, arguments, build, name);
    }
}
