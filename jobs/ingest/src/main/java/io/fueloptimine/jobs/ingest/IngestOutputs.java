package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Topics;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

import java.util.function.Consumer;

/**
 * Where the job's results go. Each output takes the stream and ends it.
 *
 * @param valid readings that may be believed, each once
 * @param quality what was wrong with messages
 * @param commands what the job asks of senders; taken only when it reads Sparkplug
 */
public record IngestOutputs(
        Consumer<DataStream<Reading>> valid,
        Consumer<DataStream<QualityRecord>> quality,
        Consumer<DataStream<OutgoingMessage>> commands) {

    /** Two sinks, and nobody who would hear commands. */
    public static IngestOutputs of(Sink<Reading> valid, Sink<QualityRecord> quality) {
        return new IngestOutputs(
                readings -> readings.sinkTo(valid).uid("valid-readings").name("Valid readings"),
                records -> records.sinkTo(quality).uid("quality-records").name("Quality records"),
                IngestOutputs::discard);
    }

    /** Kafka for the jobs that follow. */
    public static IngestOutputs standard(KafkaConnection kafka) {
        return of(
                KafkaTopics.sink(kafka, Topics.READINGS_VALID, Reading::machineId),
                KafkaTopics.sink(kafka, Topics.FUEL_QUALITY, QualityRecord::machineId));
    }

    /** The same, with commands sent through a sink. */
    public IngestOutputs withCommands(Sink<OutgoingMessage> sink) {
        return new IngestOutputs(
                valid,
                quality,
                messages -> messages.sinkTo(sink).uid("commands").name("Commands to senders"));
    }

    private static void discard(DataStream<OutgoingMessage> commands) {
        commands.sinkTo(new DiscardingSink<>()).uid("commands").name("Commands to nobody");
    }
}
