package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/**
 * Source and sink for Sparkplug edge nodes, on the same broker as the JSON messages.
 *
 * @param messages the messages of edge nodes, read in one MQTT session, because several sessions
 *     would not keep the order of a node's messages
 * @param commands the commands to edge nodes
 */
public record SparkplugLink(MqttSource messages, MqttSink<OutgoingMessage> commands) {

    private static final String EVERY_SITE = "+";

    static final ConfigOption<String> SITE =
            ConfigOptions.key("sparkplug.site")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The Sparkplug group to read, + for every group; no Sparkplug is read"
                                    + " when absent.");

    /**
     * Describes the fault of the option {@code sparkplug.site}; empty if the option is valid or
     * absent.
     */
    static Optional<String> faultIn(Configuration given) {
        return given.getOptional(SITE)
                .filter(site -> !site.equals(EVERY_SITE))
                .flatMap(
                        site ->
                                MineName.violation(site)
                                        .map(expected -> fault(PrintableText.of(site), expected)));
    }

    private static String fault(String site, String expected) {
        return SITE.key() + " is '" + site + "', expected " + expected + ", or + for every group";
    }

    /**
     * Creates source and sink from the options; empty if no site is given.
     *
     * @param plain the settings of the source of JSON messages; the group and session names for
     *     Sparkplug are derived from them
     * @throws IllegalArgumentException if a derived name is not valid; the message contains the
     *     name
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
                        // A command may be lost, because it is sent again; the job must not wait
                        // for the broker.
                        .bestEffort()
                        .build();
        return Optional.of(new SparkplugLink(messages, commands));
    }
}
