package io.fueloptimine.connectors.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/**
 * The rules for client properties that are passed through to Kafka clients. A property is rejected
 * if one of {@link KafkaOptions} sets it, if the connector's guarantees depend on it, or if it
 * contains a secret in clear text.
 */
final class PassedProperties {

    private static final Map<String, String> SET_BY_OPTION =
            Map.ofEntries(
                    Map.entry("bootstrap.servers", KafkaOptions.BOOTSTRAP_SERVERS.key()),
                    Map.entry("group.id", KafkaOptions.GROUP_ID.key()),
                    Map.entry("security.protocol", "kafka.tls.enabled and kafka.sasl.mechanism"),
                    Map.entry("sasl.mechanism", KafkaOptions.SASL_MECHANISM.key()),
                    Map.entry("sasl.jaas.config", "kafka.sasl.*"),
                    Map.entry("ssl.truststore.location", KafkaOptions.TLS_TRUST_STORE.key()),
                    Map.entry("ssl.truststore.type", KafkaOptions.TLS_TRUST_STORE.key()),
                    Map.entry(
                            "ssl.truststore.password",
                            KafkaOptions.TLS_TRUST_STORE_PASSWORD_FILE.key()),
                    Map.entry("ssl.keystore.location", KafkaOptions.TLS_KEY_STORE.key()),
                    Map.entry("ssl.keystore.type", KafkaOptions.TLS_KEY_STORE.key()),
                    Map.entry(
                            "ssl.keystore.password",
                            KafkaOptions.TLS_KEY_STORE_PASSWORD_FILE.key()),
                    Map.entry(
                            "ssl.endpoint.identification.algorithm",
                            KafkaOptions.TLS_VERIFY_HOSTNAME.key()));

    /** The properties on which the guarantees of {@link KafkaTopics} depend. */
    private static final Set<String> FIXED =
            Set.of(
                    "acks",
                    "enable.idempotence",
                    "transactional.id",
                    "max.request.size",
                    "key.serializer",
                    "value.serializer",
                    "key.deserializer",
                    "value.deserializer",
                    "enable.auto.commit",
                    "auto.offset.reset");

    private static final Set<ConfigDef> CLIENTS =
            Set.of(
                    ConsumerConfig.configDef(),
                    ProducerConfig.configDef(),
                    AdminClientConfig.configDef());

    private PassedProperties() {}

    /**
     * The reason why a property is rejected, without the value of the property; empty if the
     * property is valid.
     */
    static Optional<String> fault(String name, String value) {
        if (name.isBlank()) {
            return Optional.of("names no property");
        }
        if (SET_BY_OPTION.containsKey(name)) {
            return Optional.of("cannot be passed, expected " + SET_BY_OPTION.get(name));
        }
        if (FIXED.contains(name) || name.startsWith("config.providers")) {
            return Optional.of("cannot be passed, because the connector sets it");
        }
        boolean secret = isSecret(name) && !SecretFileProvider.isReference(value);
        return secret
                ? Optional.of(
                        "is a secret in clear text, expected its file as "
                                + SecretFileProvider.reference("/path", SecretFileProvider.TEXT))
                : Optional.empty();
    }

    private static boolean isSecret(String name) {
        return CLIENTS.stream()
                .map(client -> client.configKeys().get(name))
                .anyMatch(PassedProperties::isPassword);
    }

    private static boolean isPassword(ConfigKey key) {
        return key != null && key.type() == ConfigDef.Type.PASSWORD;
    }
}
