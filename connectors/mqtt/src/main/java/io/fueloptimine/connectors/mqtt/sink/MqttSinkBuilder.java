package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.util.function.SerializableFunction;

/** Builds a {@link MqttSink} from options or by methods. Not thread-safe. */
public final class MqttSinkBuilder<T> {

    private final Configuration options = new Configuration();
    private final SerializableFunction<T, OutgoingMessage> messages;
    private boolean bestEffort;

    MqttSinkBuilder(SerializableFunction<T, OutgoingMessage> messages) {
        this.messages = messages;
    }

    /** Copies every option of {@link MqttSinkOptions} that is set. */
    public MqttSinkBuilder<T> options(ReadableConfig given) {
        MqttSinkOptions.ALL.forEach(option -> copy(given, option));
        return this;
    }

    /** Sets the broker's address. */
    public MqttSinkBuilder<T> broker(String host, int port) {
        options.set(MqttConnectionOptions.HOST, host);
        options.set(MqttConnectionOptions.PORT, port);
        return this;
    }

    /** Sets the prefix of the MQTT client identifiers; the subtask index is appended. */
    public MqttSinkBuilder<T> clientId(String name) {
        options.set(MqttSinkOptions.CLIENT_ID, name);
        return this;
    }

    /** Sets the maximum number of unacknowledged messages per subtask. */
    public MqttSinkBuilder<T> maxInFlight(int count) {
        options.set(MqttSinkOptions.MAX_IN_FLIGHT, count);
        return this;
    }

    /** Sets the first and the longest pause before connecting again. */
    public MqttSinkBuilder<T> backoff(Duration initial, Duration longest) {
        options.set(MqttSinkOptions.INITIAL_BACKOFF, initial);
        options.set(MqttSinkOptions.MAX_BACKOFF, longest);
        return this;
    }

    /**
     * Allows messages to be lost. A message that the broker refuses (also because of missing
     * permissions), or that exceeds the maximum number of unacknowledged messages, is counted and
     * dropped. Checkpoints do not wait for messages, and no message makes the job fail.
     */
    public MqttSinkBuilder<T> bestEffort() {
        bestEffort = true;
        return this;
    }

    /**
     * Builds the sink.
     *
     * @throws InvalidMqttSinkException naming every fault at once
     */
    public MqttSink<T> build() {
        MqttSinkSettings settings = MqttSinkSettings.from(options);
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new InvalidMqttSinkException(faults);
        }
        return new MqttSink<>(settings, messages, bestEffort);
    }

    private <V> void copy(ReadableConfig given, ConfigOption<V> option) {
        given.getOptional(option).ifPresent(value -> options.set(option, value));
    }
}
