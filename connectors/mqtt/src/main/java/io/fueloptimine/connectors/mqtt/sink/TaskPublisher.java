package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.operators.MailboxExecutor;

/**
 * A publisher that delivers the broker's answers on the task thread, by Flink's mailbox, and counts
 * sent messages. Use it on the task thread only.
 */
final class TaskPublisher {

    private final MqttPublisher publisher;
    private final MailboxExecutor mailbox;
    private final MqttSinkMetrics metrics;
    private int unanswered;

    TaskPublisher(MqttPublisher publisher, MailboxExecutor mailbox, MqttSinkMetrics metrics) {
        this.publisher = publisher;
        this.mailbox = mailbox;
        this.metrics = metrics;
    }

    /**
     * Sends a message. Blocks while the publisher is at its maximum of unsettled messages.
     *
     * @param settled receives the fault, or empty when the broker has acknowledged the message
     */
    void publish(OutgoingMessage message, Consumer<Optional<Throwable>> settled)
            throws InterruptedException {
        unanswered++;
        metrics.countSent(message.payload().length);
        publisher
                .publish(message)
                .whenComplete(
                        (done, fault) ->
                                mailbox.execute(
                                        () -> settle(Optional.ofNullable(fault), settled),
                                        "Settle an MQTT message"));
    }

    /** The number of messages without an answer. */
    int unanswered() {
        return unanswered;
    }

    /**
     * Waits for the next mail in the task's mailbox and runs it; the mail may be an answer of the
     * broker.
     */
    void awaitAnswer() throws InterruptedException {
        mailbox.yield();
    }

    void close() {
        publisher.close();
    }

    private void settle(Optional<Throwable> fault, Consumer<Optional<Throwable>> settled) {
        unanswered--;
        if (fault.isEmpty()) {
            metrics.countAcknowledged();
        }
        settled.accept(fault);
    }
}
