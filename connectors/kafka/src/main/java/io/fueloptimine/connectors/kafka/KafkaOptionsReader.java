package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Reads {@link KafkaOptions}. Values of the wrong type are reported together with all other faults.
 */
final class KafkaOptionsReader {

    private final Configuration options;
    private final List<String> faults = new ArrayList<>();

    KafkaOptionsReader(Configuration options) {
        this.options = options;
    }

    /**
     * @throws InvalidInputException naming every fault at once
     */
    KafkaConnection read() {
        String servers = options.get(KafkaOptions.BOOTSTRAP_SERVERS);
        KafkaTls tls =
                new KafkaTls(
                        bool(KafkaOptions.TLS_ENABLED),
                        options.get(KafkaOptions.TLS_TRUST_STORE),
                        options.get(KafkaOptions.TLS_TRUST_STORE_PASSWORD_FILE),
                        options.get(KafkaOptions.TLS_KEY_STORE),
                        options.get(KafkaOptions.TLS_KEY_STORE_PASSWORD_FILE),
                        bool(KafkaOptions.TLS_VERIFY_HOSTNAME));
        KafkaSasl sasl =
                new KafkaSasl(
                        options.get(KafkaOptions.SASL_MECHANISM),
                        options.get(KafkaOptions.SASL_USERNAME),
                        options.get(KafkaOptions.SASL_PASSWORD_FILE),
                        options.get(KafkaOptions.SASL_JAAS_FILE));
        Map<String, String> properties = properties();
        if (options.getOptional(KafkaOptions.GROUP_ID).filter(String::isBlank).isPresent()) {
            faults.add(KafkaOptions.GROUP_ID.key() + " is empty, expected a name");
        }
        if (faults.isEmpty()) {
            return new KafkaConnection(servers, tls, sasl, properties);
        }
        faults.addAll(KafkaConnectionFaults.in(servers, tls, sasl, properties));
        throw new InvalidInputException(faults);
    }

    private boolean bool(ConfigOption<Boolean> option) {
        try {
            return options.get(option);
        } catch (IllegalArgumentException e) {
            faults.add(option.key() + " is no boolean, expected true or false");
            return option.defaultValue();
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        options.toMap()
                .forEach(
                        (key, value) -> {
                            if (key.startsWith(KafkaOptions.PROPERTIES_PREFIX)) {
                                properties.put(
                                        key.substring(KafkaOptions.PROPERTIES_PREFIX.length()),
                                        value);
                            }
                        });
        return properties;
    }
}
