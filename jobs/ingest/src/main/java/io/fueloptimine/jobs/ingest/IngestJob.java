package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.operators.decode.DecodeReadings;
import io.fueloptimine.operators.decode.Decoded;
import io.fueloptimine.operators.validate.DropDuplicates;
import io.fueloptimine.operators.validate.ValidateReadings;
import io.fueloptimine.operators.validate.ValidationSuite;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job at the door: messages are decoded, validated, de-duplicated and kept. Of every message
 * comes exactly one valid reading, one rejection with its reason, or one note of a repeat.
 */
public final class IngestJob {

    private IngestJob() {}

    /** Starts the job with the options of {@link IngestOptions}. */
    public static void main(String[] arguments) throws Exception {
        IngestOptions options;
        try {
            options = IngestOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            throw new ProgramParametrizationException(e.getMessage());
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.enableCheckpointing(options.checkpointInterval().toMillis());
        }
        String kafka = options.bootstrapServers();
        build(
                env,
                options.messages(),
                options.rules(),
                KafkaTopics.sink(kafka, Topics.READINGS_VALID, Reading::machineId),
                KafkaTopics.sink(kafka, Topics.FUEL_QUALITY, QualityRecord::machineId));
        env.execute("Ingest");
    }

    /** The job's graph, between the messages and the two places where they end. */
    public static void build(
            StreamExecutionEnvironment env,
            Source<RawMessage, ?, ?> messages,
            ValidationSuite rules,
            Sink<Reading> valid,
            Sink<QualityRecord> quality) {
        SingleOutputStreamOperator<Decoded> decoded =
                env.fromSource(messages, WatermarkStrategy.noWatermarks(), "Messages")
                        .uid("messages")
                        .process(new DecodeReadings())
                        .uid("decode-readings")
                        .name("Decode readings");
        SingleOutputStreamOperator<Reading> validated =
                decoded.process(new ValidateReadings(rules))
                        .uid("validate-readings")
                        .name("Validate readings");
        SingleOutputStreamOperator<Reading> unique =
                validated
                        .keyBy(DropDuplicates::keyOf)
                        .process(new DropDuplicates())
                        .uid("drop-duplicates")
                        .name("Drop duplicates");

        unique.sinkTo(valid).uid("valid-readings").name("Valid readings");
        decoded.getSideOutput(DecodeReadings.REJECTED)
                .union(
                        validated.getSideOutput(ValidateReadings.REJECTED),
                        validated.getSideOutput(ValidateReadings.FLAGGED),
                        unique.getSideOutput(DropDuplicates.DUPLICATES),
                        unique.getSideOutput(DropDuplicates.REJECTED))
                .sinkTo(quality)
                .uid("quality-records")
                .name("Quality records");
    }
}
