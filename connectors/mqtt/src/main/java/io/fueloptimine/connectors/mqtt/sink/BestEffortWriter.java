package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.models.mine.OutgoingMessage;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.function.SerializableFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subtask's way to the broker for messages that may be lost, such as requests that are made
 * again when nobody answers. Never waits and never fails the job: what the broker does not take, or
 * finds no room while it is away, is counted, logged and left out. All methods and answers run on
 * the task's thread.
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
        if (publisher.open() < maxInFlight) {
            publisher.publish(
                    message, fault -> fault.ifPresent(why -> leaveOut(message, why.getMessage())));
        } else {
            leaveOut(message, "too many are unanswered");
        }
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {
        publisher.close();
    }

    private void leaveOut(OutgoingMessage message, String why) {
        metrics.countRefused();
        LOG.warn("Left out a message to '{}': {}", message.topic(), why);
    }
}
