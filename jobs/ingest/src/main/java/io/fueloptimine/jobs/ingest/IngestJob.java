package io.fueloptimine.jobs.ingest;

import io.fueloptimine.jobs.settings.JobStart;
import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.decode.DecodeReadings;
import io.fueloptimine.operators.validate.CompareClocks;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.validate.SuiteUpdates;
import io.fueloptimine.operators.validate.ValidateReadings;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job ingest: decodes and validates MQTT messages, drops repeated messages and writes the results
 * to Kafka. Each message results in exactly one valid reading, one rejection with its reason, or
 * one record of a repeated message.
 */
public final class IngestJob {

    /** The job's name in the web UI. */
    public static final String NAME = "FuelOptiMine ingest";

    private IngestJob() {}

    /** Starts the job with the options of {@link IngestOptions}. */
    public static void main(String[] arguments) throws Exception {
        IngestOptions options = JobStart.options(arguments, IngestOptions::parse);
        StreamExecutionEnvironment env = JobStart.environment(options.checkpointInterval());
        build(env, options);
        env.execute(NAME);
    }

    /** Builds the job graph from the MQTT broker to Kafka. */
    public static void build(StreamExecutionEnvironment env, IngestOptions options) {
        build(
                env,
                options.sources(),
                options.rules(),
                options.mines(),
                options.clocks(),
                options.outputs());
    }

    /**
     * Builds the job graph without mine files, so that the limit of machines applies to all
     * machines.
     */
    public static void build(
            StreamExecutionEnvironment env,
            IngestSources sources,
            ValidationSuite rules,
            IngestOutputs outputs) {
        build(env, sources, rules, MineSites.none(), outputs);
    }

    /** Builds the job graph of mines whose time is not the time of arrival. */
    public static void build(
            StreamExecutionEnvironment env,
            IngestSources sources,
            ValidationSuite rules,
            MineSites mines,
            IngestOutputs outputs) {
        build(env, sources, rules, mines, ClockRules.of(mines), outputs);
    }

    /**
     * Builds the job graph between its sources and outputs.
     *
     * @param rules the validation suite (set of data-quality rules) that the job uses until another
     *     suite is published
     * @param mines the mine files, which name the machines that may always send and the devices of
     *     each Sparkplug edge node
     * @param clocks which readings advance the clocks of sites, and how far readings may be ahead
     */
    public static void build(
            StreamExecutionEnvironment env,
            IngestSources sources,
            ValidationSuite rules,
            MineSites mines,
            ClockRules clocks,
            IngestOutputs outputs) {
        AdmittedMessages admitted =
                AdmittedMessages.build(
                        messages(env, sources.messages(), "Messages", "messages"),
                        sources.sparkplug()
                                .map(
                                        source ->
                                                messages(
                                                        env,
                                                        source,
                                                        "Sparkplug messages",
                                                        "sparkplug-messages")),
                        KnownMachines.of(mines));
        Optional<SparkplugMessages> sparkplug =
                sources.sparkplug()
                        .map(source -> SparkplugMessages.build(admitted.sparkplug(), mines));
        SingleOutputStreamOperator<DecodedMessage> decoded =
                sparkplug
                        .map(edge -> admitted.json().union(edge.readings()))
                        .orElse(admitted.json())
                        .process(new DecodeReadings())
                        .uid("decode-readings")
                        .name("Decode readings");
        SingleOutputStreamOperator<Reading> validated =
                decoded.map(new CompareClocks(clocks))
                        .uid("compare-clocks")
                        .name("Compare clocks")
                        .keyBy(ValidateReadings::keyOf)
                        .connect(suites(env, sources))
                        .process(new ValidateReadings(rules, clocks))
                        .uid("validate-readings")
                        .name("Validate readings");
        SingleOutputStreamOperator<Reading> unique =
                DataStreamUtils.reinterpretAsKeyedStream(validated, DropDuplicates::keyOf)
                        .process(new DropDuplicates())
                        .uid("drop-duplicates")
                        .name("Drop duplicates");

        outputs.valid().accept(unique);
        DataStream<QualityRecord> quality =
                decoded.getSideOutput(DecodeReadings.REJECTED)
                        .union(
                                admitted.rejected(),
                                validated.getSideOutput(ValidateReadings.REJECTED),
                                validated.getSideOutput(ValidateReadings.FLAGGED),
                                unique.getSideOutput(DropDuplicates.DUPLICATES),
                                unique.getSideOutput(DropDuplicates.REJECTED));
        outputs.quality()
                .accept(sparkplug.map(edge -> quality.union(edge.quality())).orElse(quality));
        sparkplug.ifPresent(edge -> outputs.commands().accept(edge.commands()));
        outputs.signals()
                .accept(
                        admitted.signals()
                                .union(validated.getSideOutput(ValidateReadings.SIGNALS)));
    }

    private static DataStream<RawMessage> messages(
            StreamExecutionEnvironment env,
            Source<RawMessage, ?, ?> source,
            String name,
            String uid) {
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), name).uid(uid);
    }

    private static BroadcastStream<SuiteUpdate> suites(
            StreamExecutionEnvironment env, IngestSources sources) {
        DataStream<SuiteUpdate> updates =
                sources.suites().map(source -> published(env, source)).orElseGet(() -> none(env));
        return updates.broadcast(SuiteUpdates.STATE);
    }

    private static DataStream<SuiteUpdate> published(
            StreamExecutionEnvironment env, Source<SuiteUpdate, ?, ?> source) {
        // One subtask keeps the order of publication, so that the newest suite is used.
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Validation suites")
                .uid("validation-suites")
                .setParallelism(1);
    }

    private static DataStream<SuiteUpdate> none(StreamExecutionEnvironment env) {
        // fromData needs at least one element, so one is created and filtered out.
        return env.fromData(new SuiteUpdate("", Instant.EPOCH))
                .uid("no-validation-suites")
                .setParallelism(1)
                .filter(update -> false)
                .uid("drop-no-validation-suites")
                .name("No published suites")
                .setParallelism(1);
    }
}
