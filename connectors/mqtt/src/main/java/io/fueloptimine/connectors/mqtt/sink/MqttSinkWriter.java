package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MessageRefusedException;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.io.IOException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.function.SerializableFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subtask's way to the broker. Keeps no state: a checkpoint waits until nothing is open.
 *
 * <p>A message that no broker would take is counted, logged and left out, for it would come again
 * after every restart; any other failure fails the job. All methods and answers run on the task's
 * thread.
 */
final class MqttSinkWriter<T> implements SinkWriter<T> {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSinkWriter.class);

    private final MqttPublisher publisher;
    private final SerializableFunction<T, OutgoingMessage> messages;
    private final int maxInFlight;
    private final MailboxExecutor mailbox;
    private final MqttSinkMetrics metrics;
    private int open;
    private IOException failure;

    MqttSinkWriter(
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
    public void write(T element, Context context) throws IOException, InterruptedException {
        awaitOpenBelow(maxInFlight);
        OutgoingMessage message = messages.apply(element);
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
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        awaitOpenBelow(1);
    }

    @Override
    public void close() {
        publisher.close();
    }

    /** Serves the task's mailbox meanwhile, where answers come in. */
    private void awaitOpenBelow(int bound) throws IOException, InterruptedException {
        while (failure == null && open >= bound) {
            mailbox.yield();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void settle(OutgoingMessage message, Throwable fault) {
        open--;
        if (fault == null) {
            metrics.countAcknowledged();
        } else if (fault instanceof MessageRefusedException) {
            metrics.countRefused();
            LOG.error("Left out: {}", fault.getMessage());
        } else if (failure == null) {
            metrics.countFailed();
            failure = new IOException("cannot publish to '" + message.topic() + "'", fault);
        }
    }
}
