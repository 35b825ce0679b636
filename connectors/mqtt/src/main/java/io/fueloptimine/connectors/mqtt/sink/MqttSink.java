package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.models.mine.OutgoingMessage;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Publishes every element as an MQTT message at QoS 1, at least once: a checkpoint completes only
 * when the broker has acknowledged all messages before it. While the broker is unreachable the sink
 * blocks, which creates backpressure; no message is lost. After a failure some messages are sent
 * again.
 *
 * <p>A {@linkplain MqttSinkBuilder#bestEffort best-effort} sink has none of these guarantees: it
 * never blocks and never fails, but drops and counts messages that it cannot publish.
 *
 * <p>The messages of one subtask keep their order. Key the elements by topic, so that the newest
 * message of a topic is published last and is the retained one.
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
     * Creates a builder.
     *
     * @param messages converts an element to a message
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
        TaskPublisher taskPublisher =
                new TaskPublisher(publisher, context.getMailboxExecutor(), metrics);
        return bestEffort
                ? new BestEffortWriter<>(taskPublisher, messages, settings.maxInFlight(), metrics)
                : new MqttSinkWriter<>(taskPublisher, messages, settings.maxInFlight(), metrics);
    }
}
