package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.util.function.SerializableFunction;

/** Collects what {@link MqttSink} needs to know, by method or as options. Not thread-safe. */
public final class MqttSinkBuilder<T> {

    private final Configuration options = new Configuration();
    private final SerializableFunction<T, OutgoingMessage> messages;
    private boolean bestEffort;

    MqttSinkBuilder(SerializableFunction<T, OutgoingMessage> messages) {
        this.messages = messages;
    }

    /** Takes every option of {@link MqttSinkOptions} that is set there. */
    public MqttSinkBuilder<T> options(ReadableConfig given) {
        MqttSinkOptions.ALL.forEach(option -> copy(given, option));
        return this;
    }

    /** Where the broker is. */
    public MqttSinkBuilder<T> broker(String host, int port) {
        options.set(MqttConnectionOptions.HOST, host);
        options.set(MqttConnectionOptions.PORT, port);
        return this;
    }

    /** The name at the broker, to which each subtask's index is added. */
    public MqttSinkBuilder<T> clientId(String name) {
        options.set(MqttSinkOptions.CLIENT_ID, name);
        return this;
    }

    /** How many messages of a subtask may be unacknowledged. */
    public MqttSinkBuilder<T> maxInFlight(int count) {
        options.set(MqttSinkOptions.MAX_IN_FLIGHT, count);
        return this;
    }

    /** The first and the longest pause before connecting again. */
    public MqttSinkBuilder<T> backoff(Duration initial, Duration longest) {
        options.set(MqttSinkOptions.INITIAL_BACKOFF, initial);
        options.set(MqttSinkOptions.MAX_BACKOFF, longest);
        return this;
    }

    /**
     * Messages that may be lost: one that the broker refuses, for lack of rights too, or that finds
     * no room is counted and left out, no checkpoint waits for any, and none fails the job.
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
