package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import org.apache.flink.api.common.operators.MailboxExecutor;
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

    private final MqttPublisher publisher;
    private final SerializableFunction<T, OutgoingMessage> messages;
    private final int maxInFlight;
    private final MailboxExecutor mailbox;
    private final MqttSinkMetrics metrics;
    private int open;

    BestEffortWriter(
            MqttPublisher publisher,
            SerializableFunction<T, OutgoingMessage> messages,
            int maxInFlight,
            MailboxExecutor mailbox,
            MqttSinkMetrics metrics) {
        this.publisher = publisher;
        this.messages = messages;
        this.maxInFlight = maxInFlight;
        this.mailbox = mailbox;
        this.metrics = metrics;
    }

    @Override
    public void write(T element, Context context) throws InterruptedException {
        OutgoingMessage message = messages.apply(element);
        if (open >= maxInFlight) {
            leaveOut(message, "too many are unanswered");
            return;
        }
        open++;
        metrics.countSent(message.payload().length);
        publisher
                .publish(message)
                .whenComplete(
                        (done, fault) ->
                                mailbox.execute(
                                        () -> settle(message, fault), "Settle an MQTT message"));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {
        publisher.close();
    }

    private void settle(OutgoingMessage message, Throwable fault) {
        open--;
        if (fault == null) {
            metrics.countAcknowledged();
        } else {
            leaveOut(message, fault.getMessage());
        }
    }

    private void leaveOut(OutgoingMessage message, String why) {
        metrics.countRefused();
        LOG.warn("Left out a message to '{}': {}", message.topic(), why);
    }
}
