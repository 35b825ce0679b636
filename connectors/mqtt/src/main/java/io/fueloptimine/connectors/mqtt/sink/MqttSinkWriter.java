package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MessageRefusedException;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.function.SerializableFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the messages of one subtask. The writer has no state, because a checkpoint waits until
 * the broker has answered every message.
 *
 * <p>A message that the broker will never accept is counted, logged and dropped, because it would
 * make the job fail again after every restart. On any other failure the job fails. All methods and
 * answers run on the task thread.
 */
final class MqttSinkWriter<T> implements SinkWriter<T> {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSinkWriter.class);

    private final TaskPublisher publisher;
    private final SerializableFunction<T, OutgoingMessage> messages;
    private final int maxInFlight;
    private final MqttSinkMetrics metrics;
    private IOException failure;

    MqttSinkWriter(
            TaskPublisher publisher,
            SerializableFunction<T, OutgoingMessage> messages,
            int maxInFlight,
            MqttSinkMetrics metrics) {
        this.publisher = publisher;
        this.messages = messages;
        this.maxInFlight = maxInFlight;
        this.metrics = metrics;
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        awaitUnansweredBelow(maxInFlight);
        OutgoingMessage message = messages.apply(element);
        publisher.publish(message, fault -> fault.ifPresent(cause -> onFault(message, cause)));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        awaitUnansweredBelow(1);
    }

    @Override
    public void close() {
        publisher.close();
    }

    private void awaitUnansweredBelow(int bound) throws IOException, InterruptedException {
        while (failure == null && publisher.unanswered() >= bound) {
            publisher.awaitAnswer();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void onFault(OutgoingMessage message, Throwable fault) {
        if (fault instanceof MessageRefusedException) {
            metrics.countRefused();
            LOG.error("Dropped: {}", fault.getMessage());
        } else if (failure == null) {
            metrics.countFailed();
            failure = new IOException("cannot publish to '" + message.topic() + "'", fault);
        }
    }
}
