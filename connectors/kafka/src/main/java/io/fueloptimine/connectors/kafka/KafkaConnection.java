package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;

/**
 * How to reach and authenticate at a Kafka cluster: immutable, checked when it is made, and without
 * secrets. It names the files that hold them; each client reads these files when it is created, on
 * the process that creates it. A job's client processes are the job manager (splits and offsets)
 * and the task managers.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param tls encryption
 * @param sasl authentication
 * @param properties further properties of the Kafka clients
 */
public record KafkaConnection(
        String bootstrapServers, KafkaTls tls, KafkaSasl sasl, Map<String, String> properties)
        implements Serializable {

    /**
     * Checks everything.
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
     * A connection without encryption and authentication.
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
     * Secrets are references that the client resolves when it is created ({@link
     * SecretFileProvider}).
     */
    public Properties clientProperties() {
        return ClientProperties.of(this);
    }
}
