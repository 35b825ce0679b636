package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The outputs of job ingest. Each output adds a sink to the stream that it receives.
 *
 * @param valid receives valid readings without repeats
 * @param quality receives a record for each rejected, repeated or flagged message
 * @param commands receives commands to Sparkplug edge nodes; used only when the job reads Sparkplug
 * @param signals receives a signal when too many different machines send messages, or when the
 *     clock of a machine becomes wrong or right
 */
public record IngestOutputs(
        Consumer<DataStream<Reading>> valid,
        Consumer<DataStream<QualityRecord>> quality,
        Consumer<DataStream<OutgoingMessage>> commands,
        Consumer<DataStream<ReportedSignal>> signals) {

    /** Outputs that discard the signals. */
    public IngestOutputs(
            Consumer<DataStream<Reading>> valid,
            Consumer<DataStream<QualityRecord>> quality,
            Consumer<DataStream<OutgoingMessage>> commands) {
        this(valid, quality, commands, IngestOutputs::discardSignals);
    }

    /** Outputs to two sinks. Commands to Sparkplug edge nodes and signals are discarded. */
    public static IngestOutputs of(Sink<Reading> valid, Sink<QualityRecord> quality) {
        return new IngestOutputs(
                readings -> readings.sinkTo(valid).uid("valid-readings").name("Valid readings"),
                records -> records.sinkTo(quality).uid("quality-records").name("Quality records"),
                IngestOutputs::discardCommands);
    }

    /**
     * Outputs to the Kafka topics {@code readings.valid}, {@code fuel.quality} and {@code
     * alerts.signals}.
     */
    public static IngestOutputs standard(KafkaConnection kafka) {
        return of(
                        KafkaTopics.sink(kafka, Topics.READINGS_VALID),
                        KafkaTopics.sink(kafka, Topics.FUEL_QUALITY))
                .withSignals(KafkaTopics.output(kafka, Topics.ALERTS_SIGNALS));
    }

    /** A copy of these outputs that sends commands to the given sink. */
    public IngestOutputs withCommands(Sink<OutgoingMessage> sink) {
        return new IngestOutputs(
                valid,
                quality,
                messages -> messages.sinkTo(sink).uid("commands").name("Commands to edge nodes"),
                signals);
    }

    /** A copy that writes signals to an output. */
    public IngestOutputs withSignals(Consumer<DataStream<ReportedSignal>> output) {
        return new IngestOutputs(valid, quality, commands, output);
    }

    private static void discardSignals(DataStream<ReportedSignal> signals) {
        signals.sinkTo(new DiscardingSink<>()).uid("signals").name("Discard signals");
    }

    private static void discardCommands(DataStream<OutgoingMessage> commands) {
        commands.sinkTo(new DiscardingSink<>()).uid("commands").name("Discard commands");
    }
}
