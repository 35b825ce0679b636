package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;

/** Collects what {@link MqttSource} needs to know, by method or as options. Not thread-safe. */
public final class MqttSourceBuilder {

    private final Configuration options = new Configuration();

    MqttSourceBuilder() {}

    /** Takes every option of {@link MqttSourceOptions#ALL} that is set there. */
    public MqttSourceBuilder options(ReadableConfig given) {
        MqttSourceOptions.ALL.forEach(option -> copy(given, option));
        return this;
    }

    /** Where the broker is. */
    public MqttSourceBuilder broker(String host, int port) {
        options.set(MqttConnectionOptions.HOST, host);
        options.set(MqttConnectionOptions.PORT, port);
        return this;
    }

    /** The name of the shared subscription and, unless told otherwise, of the sessions. */
    public MqttSourceBuilder group(String group) {
        options.set(MqttSourceOptions.GROUP, group);
        return this;
    }

    /** The name of the sessions, where several jobs share a group. */
    public MqttSourceBuilder sessionPrefix(String prefix) {
        options.set(MqttSourceOptions.SESSION_PREFIX, prefix);
        return this;
    }

    /** What to read; a message that several filters match comes once for each. */
    public MqttSourceBuilder topicFilters(List<String> filters) {
        options.set(MqttSourceOptions.TOPIC_FILTERS, filters);
        return this;
    }

    /** How many sessions share the load. */
    public MqttSourceBuilder sessions(int count) {
        options.set(MqttSourceOptions.SESSIONS, count);
        return this;
    }

    /** How many unacknowledged messages the broker allows a session. */
    public MqttSourceBuilder inflightWindow(int messages) {
        options.set(MqttSourceOptions.INFLIGHT_WINDOW, messages);
        return this;
    }

    /** When messages are acknowledged. */
    public MqttSourceBuilder acknowledge(Acknowledgement when) {
        options.set(MqttSourceOptions.ACKNOWLEDGE, when);
        return this;
    }

    /** The first and the longest pause before connecting again. */
    public MqttSourceBuilder backoff(Duration initial, Duration longest) {
        options.set(MqttSourceOptions.INITIAL_BACKOFF, initial);
        options.set(MqttSourceOptions.MAX_BACKOFF, longest);
        return this;
    }

    /**
     * Builds the source.
     *
     * @param job the job's configuration ({@code env.getConfiguration()}): without checkpoints
     *     there nothing could ever be acknowledged on them
     * @throws InvalidMqttSourceException naming every fault at once
     */
    public MqttSource build(ReadableConfig job) {
        MqttSourceSettings settings = MqttSourceSettings.from(options);
        List<String> faults = MqttSourceFaults.in(settings, job);
        if (!faults.isEmpty()) {
            throw new InvalidMqttSourceException(faults);
        }
        return new MqttSource(settings);
    }

    private <T> void copy(ReadableConfig given, ConfigOption<T> option) {
        given.getOptional(option).ifPresent(value -> options.set(option, value));
    }
}
