package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.models.mine.OutgoingMessage;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.function.SerializableFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes messages of one subtask that may be lost, such as requests that are repeated when there
 * is no answer. The writer never blocks and never makes the job fail. A message that the broker
 * refuses, or that exceeds the maximum number of unacknowledged messages, is counted, logged and
 * dropped. All methods and answers run on the task thread.
 */
final class BestEffortWriter<T> implements SinkWriter<T> {

    private static final Logger LOG = LoggerFactory.getLogger(BestEffortWriter.class);

    private final TaskPublisher publisher;
    private final SerializableFunction<T, OutgoingMessage> messages;
    private final int maxInFlight;
    private final MqttSinkMetrics metrics;

    BestEffortWriter(
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
    public void write(T element, Context context) throws InterruptedException {
        OutgoingMessage message = messages.apply(element);
        if (publisher.unanswered() < maxInFlight) {
            publisher.publish(
                    message, fault -> fault.ifPresent(cause -> drop(message, cause.getMessage())));
        } else {
            drop(message, "too many messages are unanswered");
        }
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {
        publisher.close();
    }

    private void drop(OutgoingMessage message, String reason) {
        metrics.countRefused();
        LOG.warn("Dropped a message to '{}': {}", message.topic(), reason);
    }
}
