package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.operators.MailboxExecutor;

/**
 * A publisher as a Flink task uses it: answers are heard on the task's own thread, by its mailbox,
 * and what is sent is counted. For that thread alone.
 */
final class TaskPublisher {

    private final MqttPublisher publisher;
    private final MailboxExecutor mailbox;
    private final MqttSinkMetrics metrics;
    private int open;

    TaskPublisher(MqttPublisher publisher, MailboxExecutor mailbox, MqttSinkMetrics metrics) {
        this.publisher = publisher;
        this.mailbox = mailbox;
        this.metrics = metrics;
    }

    /**
     * Sends a message; waits while the publisher has no room.
     *
     * @param settled hears why the broker does not have it; empty when it has
     */
    void publish(OutgoingMessage message, Consumer<Optional<Throwable>> settled)
            throws InterruptedException {
        open++;
        metrics.countSent(message.payload().length);
        publisher
                .publish(message)
                .whenComplete(
                        (done, fault) ->
                                mailbox.execute(
                                        () -> settle(Optional.ofNullable(fault), settled),
                                        "Settle an MQTT message"));
    }

    /** How many messages are not answered. */
    int open() {
        return open;
    }

    /** Lets the task's mailbox work, where answers come in. */
    void awaitAnswer() throws InterruptedException {
        mailbox.yield();
    }

    void close() {
        publisher.close();
    }

    private void settle(Optional<Throwable> fault, Consumer<Optional<Throwable>> settled) {
        open--;
        if (fault.isEmpty()) {
            metrics.countAcknowledged();
        }
        settled.accept(fault);
    }
}
