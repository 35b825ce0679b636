package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;

/**
 * The addresses of a Kafka cluster, and the settings for encryption and authentication. Immutable,
 * and checked in the constructor. The record contains no secrets, but the names of the files with
 * the secrets. Each client reads these files when it is created, in the process that creates it. In
 * a job, these processes are the job manager (for splits and offsets) and the task managers.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param tls the settings for encryption
 * @param sasl the settings for authentication
 * @param properties further properties of the Kafka clients
 */
public record KafkaConnection(
        String bootstrapServers, KafkaTls tls, KafkaSasl sasl, Map<String, String> properties)
        implements Serializable {

    /**
     * Checks all settings.
     *
     * @throws InvalidInputException naming every fault at once
     */
    public KafkaConnection {
        properties = Map.copyOf(properties);
        List<String> faults = KafkaConnectionFaults.in(bootstrapServers, tls, sasl, properties);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    /**
     * Creates a connection without encryption and authentication.
     *
     * @throws InvalidInputException when the servers are not {@code host:port,host:port}
     */
    public static KafkaConnection of(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, KafkaTls.OFF, KafkaSasl.OFF, Map.of());
    }

    /**
     * Reads {@link KafkaOptions} and ignores every other key.
     *
     * @throws InvalidInputException naming every fault at once
     */
    public static KafkaConnection from(Configuration options) {
        return new KafkaOptionsReader(options).read();
    }

    /**
     * The properties from which any Kafka client (consumer, producer, admin) can be created.
     * Secrets are contained as references, which the client resolves when it is created ({@link
     * SecretFileProvider}).
     */
    public Properties clientProperties() {
        return ClientProperties.of(this);
    }
}
