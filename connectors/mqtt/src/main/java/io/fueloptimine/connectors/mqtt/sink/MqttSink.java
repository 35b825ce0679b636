package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Publishes every element as an MQTT message at QoS 1, at least once: a checkpoint completes only
 * when the broker has acknowledged all that came before it. While the broker is away the sink
 * waits, and so does what feeds it; nothing is lost and nothing piles up. After a failure some
 * messages go out again.
 *
 * <p>A sink of {@link MqttSinkBuilder#bestEffort best effort} promises none of this: it never waits
 * and never fails, and counts what it leaves out.
 *
 * <p>One subtask's messages keep their order, so a retained topic ends at its newest message; key a
 * topic's elements to one subtask.
 */
public final class MqttSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private final MqttSinkSettings settings;
    private final SerializableFunction<T, OutgoingMessage> messages;
    private final boolean bestEffort;

    MqttSink(
            MqttSinkSettings settings,
            SerializableFunction<T, OutgoingMessage> messages,
            boolean bestEffort) {
        this.settings = settings;
        this.messages = messages;
        this.bestEffort = bestEffort;
    }

    /**
     * Begins a sink.
     *
     * @param messages makes the message of an element
     */
    public static <T> MqttSinkBuilder<T> builder(
            SerializableFunction<T, OutgoingMessage> messages) {
        return new MqttSinkBuilder<>(messages);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        int subtask = context.getTaskInfo().getIndexOfThisSubtask();
        MqttPublisher publisher = MqttPublisher.open(settings.publisher(subtask));
        MqttSinkMetrics metrics = new MqttSinkMetrics(context.metricGroup(), publisher);
        TaskPublisher ofTask = new TaskPublisher(publisher, context.getMailboxExecutor(), metrics);
        return bestEffort
                ? new BestEffortWriter<>(ofTask, messages, settings.maxInFlight(), metrics)
                : new MqttSinkWriter<>(ofTask, messages, settings.maxInFlight(), metrics);
    }
}
