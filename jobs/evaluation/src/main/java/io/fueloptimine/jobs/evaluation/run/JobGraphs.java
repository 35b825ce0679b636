package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOutputs;
import io.fueloptimine.jobs.alarms.AlarmsSettings;
import io.fueloptimine.jobs.alarms.AlarmsSources;
import io.fueloptimine.jobs.backfill.stream.ProcessTopics;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOutputs;
import io.fueloptimine.jobs.fuel.FuelSettings;
import io.fueloptimine.jobs.fuel.FuelSources;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the graphs of jobs fuel and alarms one after the other over the same readings, each on a
 * Flink cluster in this process, with the records of job fuel as sources of job alarms. Event time
 * advances as fast as the host computes.
 */
final class JobGraphs {

    /** How far the topics of a job may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** Time from the end of a window until job fuel has written it. */
    private static final Duration WRITTEN_AFTER = Duration.ofSeconds(30);

    /** Wall-clock time between two watermarks; short, because event time advances fast. */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(20);

    private final MineSites mines;
    private final RunSettings settings;

    JobGraphs(MineSites mines, RunSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    /** Runs job fuel over the readings. */
    JobRecords fuel(Iterator<Reading> readings) throws Exception {
        List<ScoredWindow> scores = new ArrayList<>();
        List<DriftEvent> drifts = new ArrayList<>();
        List<QualityRecord> late = new ArrayList<>();
        try (ProcessTopics topics = new ProcessTopics(SLACK.toMillis())) {
            StreamExecutionEnvironment env = environment();
            FuelJob.build(
                    env,
                    new FuelSources(
                            topics.source(readings, JobGraphs::timeOf, Reading.class),
                            topics.empty(ModelAnnouncement.class)),
                    FuelSettings.of(mines, settings.registry(), settings.steps()),
                    new FuelOutputs(
                            ignored(topics),
                            topics.output(scores::add),
                            topics.output(drifts::add),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            topics.output(late::add)));
            env.execute(FuelJob.NAME);
        }
        scores.sort(
                Comparator.<ScoredWindow, Instant>comparing(score -> score.window().end())
                        .thenComparing(ScoredWindow::machineKey)
                        .thenComparing(score -> score.window().revision()));
        drifts.sort(
                Comparator.comparing(DriftEvent::detectedAt).thenComparing(DriftEvent::machineKey));
        late.sort(Comparator.comparing(JobGraphs::timeOf));
        return new JobRecords(scores, drifts, late);
    }

    /**
     * Runs job alarms over the readings and the records of job fuel.
     *
     * @return every record of every alarm, in no particular order
     */
    List<Alert> alarms(Iterator<Reading> readings, JobRecords records) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        try (ProcessTopics topics = new ProcessTopics(SLACK.toMillis())) {
            StreamExecutionEnvironment env = environment();
            AlarmsJob.build(
                    env,
                    new AlarmsSources(
                            topics.source(readings, JobGraphs::timeOf, Reading.class),
                            topics.source(
                                    records.scores().iterator(),
                                    score -> written(score.window().end()),
                                    ScoredWindow.class),
                            topics.source(
                                    records.late().iterator(),
                                    JobGraphs::timeOf,
                                    QualityRecord.class),
                            topics.source(
                                    records.drifts().stream().map(AlarmInput::of).iterator(),
                                    input -> written(input.signal().at()),
                                    AlarmInput.class),
                            topics.empty(SuiteUpdate.class)),
                    AlarmsSettings.of(mines, settings.registry(), settings.steps()),
                    new AlarmsOutputs(
                            topics.output(alerts::add),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics),
                            ignored(topics)));
            env.execute(AlarmsJob.NAME);
        }
        return alerts;
    }

    private static <T> Consumer<DataStream<T>> ignored(ProcessTopics topics) {
        return topics.output(record -> {});
    }

    private static long timeOf(Reading reading) {
        return reading.receivedAt().toEpochMilli();
    }

    private static long timeOf(QualityRecord late) {
        return late.receivedAt().toEpochMilli();
    }

    private static long written(Instant end) {
        return end.plus(WRITTEN_AFTER).toEpochMilli();
    }

    private static StreamExecutionEnvironment environment() {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options);
        env.setParallelism(1);
        return env;
    }
}
