package io.fueloptimine.connectors.kafka;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options of every connection to Kafka; the table in this module's README lists the same
 * options. {@link KafkaConnection#from} reads them.
 */
public final class KafkaOptions {

    public static final ConfigOption<String> BOOTSTRAP_SERVERS =
            ConfigOptions.key("kafka.bootstrap-servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Kafka's brokers, as host:port,host:port.");

    public static final ConfigOption<String> GROUP_ID =
            ConfigOptions.key("kafka.group-id")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The consumer group whose committed offsets a job without a checkpoint"
                                    + " starts from. Each job has its own default.");

    public static final ConfigOption<Boolean> TLS_ENABLED =
            ConfigOptions.key("kafka.tls.enabled")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription("Whether connections are encrypted with TLS.");

    public static final ConfigOption<String> TLS_TRUST_STORE =
            ConfigOptions.key("kafka.tls.trust-store")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "PKCS12 or JKS store, or PEM file, of the CA certificates to trust."
                                    + " Without it the JDK's own.");

    public static final ConfigOption<String> TLS_TRUST_STORE_PASSWORD_FILE =
            ConfigOptions.key("kafka.tls.trust-store-password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File with the trust store's password; not for a PEM file, which has"
                                    + " none.");

    public static final ConfigOption<String> TLS_KEY_STORE =
            ConfigOptions.key("kafka.tls.key-store")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "PKCS12 or JKS store, or PEM file, of the client's certificate and"
                                    + " key, for brokers that require one.");

    public static final ConfigOption<String> TLS_KEY_STORE_PASSWORD_FILE =
            ConfigOptions.key("kafka.tls.key-store-password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("File with the key store's password; not for a PEM file.");

    public static final ConfigOption<Boolean> TLS_VERIFY_HOSTNAME =
            ConfigOptions.key("kafka.tls.verify-hostname")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether a broker's certificate must contain the host name connected"
                                    + " to. If false, any holder of a trusted certificate can pose"
                                    + " as the broker.");

    public static final ConfigOption<String> SASL_MECHANISM =
            ConfigOptions.key("kafka.sasl.mechanism")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512 with a user name and password,"
                                    + " or any other mechanism of Kafka with a JAAS file. Without"
                                    + " it no SASL.");

    public static final ConfigOption<String> SASL_USERNAME =
            ConfigOptions.key("kafka.sasl.username")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("User name for PLAIN and SCRAM.");

    public static final ConfigOption<String> SASL_PASSWORD_FILE =
            ConfigOptions.key("kafka.sasl.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("File with the password for PLAIN and SCRAM.");

    public static final ConfigOption<String> SASL_JAAS_FILE =
            ConfigOptions.key("kafka.sasl.jaas-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File with the whole value of Kafka's sasl.jaas.config, instead of"
                                    + " user name and password.");

    /**
     * The prefix of keys that are passed to the Kafka clients without the prefix, like {@code
     * properties.*} in Flink's Kafka SQL connector.
     */
    public static final String PROPERTIES_PREFIX = "kafka.properties.";

    /** Every option with a fixed key, in the order of the README's table. */
    public static final List<ConfigOption<?>> ALL =
            List.of(
                    BOOTSTRAP_SERVERS,
                    GROUP_ID,
                    TLS_ENABLED,
                    TLS_TRUST_STORE,
                    TLS_TRUST_STORE_PASSWORD_FILE,
                    TLS_KEY_STORE,
                    TLS_KEY_STORE_PASSWORD_FILE,
                    TLS_VERIFY_HOSTNAME,
                    SASL_MECHANISM,
                    SASL_USERNAME,
                    SASL_PASSWORD_FILE,
                    SASL_JAAS_FILE);

    private KafkaOptions() {}

    /** Whether a key is one of {@link #ALL} or a property that is passed to the clients. */
    public static boolean isOption(String key) {
        return key.startsWith(PROPERTIES_PREFIX)
                || ALL.stream().anyMatch(option -> option.key().equals(key));
    }
}
