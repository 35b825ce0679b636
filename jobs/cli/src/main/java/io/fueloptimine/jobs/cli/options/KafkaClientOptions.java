package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/** The options of a connection to a running Kafka cluster. */
public final class KafkaClientOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka's brokers, separated by commas (default: ${DEFAULT-VALUE}).")
    private String servers;

    @Option(
            names = "--kafka-option",
            paramLabel = "KEY=VALUE",
            description =
                    "A further option of the connection, such as kafka.tls.enabled=true or"
                            + " kafka.sasl.password-file=FILE; can be repeated."
                            + " connectors/kafka/README.md lists them.")
    private final Map<String, String> more = new LinkedHashMap<>();

    /**
     * The data of the connection. This method does not connect.
     *
     * @throws InvalidInputException naming every wrong option
     */
    public KafkaConnection connection() {
        List<String> unknown =
                more.keySet().stream()
                        .filter(key -> !KafkaOptions.isOption(key))
                        .map(key -> "--kafka-option " + key + " is not an option of a connection")
                        .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
        Configuration options = new Configuration();
        more.forEach(options::setString);
        options.set(KafkaOptions.BOOTSTRAP_SERVERS, servers);
        return KafkaConnection.from(options);
    }
}
