package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;

/** Builds a {@link MqttSource} from options or by methods. Not thread-safe. */
public final class MqttSourceBuilder {

    private final Configuration options = new Configuration();

    MqttSourceBuilder() {}

    /** Copies every option of {@link MqttSourceOptions#ALL} that is set. */
    public MqttSourceBuilder options(ReadableConfig given) {
        MqttSourceOptions.ALL.forEach(option -> copy(given, option));
        return this;
    }

    /** Sets the broker's address. */
    public MqttSourceBuilder broker(String host, int port) {
        options.set(MqttConnectionOptions.HOST, host);
        options.set(MqttConnectionOptions.PORT, port);
        return this;
    }

    /** Sets the name of the shared subscription and, by default, the prefix of the sessions. */
    public MqttSourceBuilder group(String group) {
        options.set(MqttSourceOptions.GROUP, group);
        return this;
    }

    /** Sets the prefix of the session names; required if several jobs share a group. */
    public MqttSourceBuilder sessionPrefix(String prefix) {
        options.set(MqttSourceOptions.SESSION_PREFIX, prefix);
        return this;
    }

    /**
     * Sets the filters of the topics to read; a message that matches several filters is delivered
     * once for each of them.
     */
    public MqttSourceBuilder topicFilters(List<String> filters) {
        options.set(MqttSourceOptions.TOPIC_FILTERS, filters);
        return this;
    }

    /** Sets the number of sessions, which share the load. */
    public MqttSourceBuilder sessions(int count) {
        options.set(MqttSourceOptions.SESSIONS, count);
        return this;
    }

    /** Sets how many unacknowledged messages the broker allows per session. */
    public MqttSourceBuilder inflightWindow(int messages) {
        options.set(MqttSourceOptions.INFLIGHT_WINDOW, messages);
        return this;
    }

    /** Sets when messages are acknowledged. */
    public MqttSourceBuilder acknowledge(AcknowledgementMode when) {
        options.set(MqttSourceOptions.ACKNOWLEDGE, when);
        return this;
    }

    /** Sets the first and the longest pause before connecting again. */
    public MqttSourceBuilder backoff(Duration initial, Duration longest) {
        options.set(MqttSourceOptions.INITIAL_BACKOFF, initial);
        options.set(MqttSourceOptions.MAX_BACKOFF, longest);
        return this;
    }

    /**
     * Builds the source.
     *
     * @param job the job's configuration ({@code env.getConfiguration()}); acknowledgement on
     *     checkpoints requires a checkpoint interval
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
