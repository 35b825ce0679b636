package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/**
 * The way to the edge nodes and back, on the broker that the other messages come from.
 *
 * @param messages what they tell, in one session: several would share the messages of a node, whose
 *     order counts
 * @param commands what they are asked
 */
record SparkplugLink(MqttSource messages, MqttSink<OutgoingMessage> commands) {

    static final ConfigOption<String> SITE =
            ConfigOptions.key("sparkplug.site")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The Sparkplug group to read, + for every group; no Sparkplug is read"
                                    + " when absent.");

    /** What is wrong with the site; empty when nothing is, or none is named. */
    static Optional<String> faultIn(Configuration given) {
        return given.getOptional(SITE)
                .filter(site -> site.isBlank() || site.contains("/") || site.contains("#"))
                .map(site -> "--" + SITE.key() + " is '" + site + "', expected one topic level");
    }

    /**
     * The link that the options ask for; empty if they name no site.
     *
     * @param plain the source of the other messages: names at the broker follow from its names
     * @throws IllegalArgumentException naming what the broker's names cannot be
     */
    static Optional<SparkplugLink> from(
            Configuration given, MqttSourceSettings plain, Configuration job) {
        String site = given.get(SITE);
        if (site == null) {
            return Optional.empty();
        }
        MqttSource messages =
                MqttSource.builder()
                        .options(given)
                        .group(plain.group() + "-sparkplug")
                        .sessionPrefix(plain.sessionPrefix() + "-sparkplug")
                        .topicFilters(List.of(SparkplugTopics.filter(site)))
                        .sessions(1)
                        .build(job);
        MqttSink<OutgoingMessage> commands =
                MqttSink.<OutgoingMessage>builder(command -> command)
                        .options(given)
                        .clientId(plain.sessionPrefix() + "-commands")
                        // A node that does not hear is asked again; ingest never waits for it.
                        .bestEffort()
                        .build();
        return Optional.of(new SparkplugLink(messages, commands));
    }
}
