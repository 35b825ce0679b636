package io.fueloptimine.connectors.mqtt.connection;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options of every connection to the broker. A test compares the options with the table in this
 * module's README.
 */
public final class MqttConnectionOptions {

    public static final ConfigOption<String> HOST =
            ConfigOptions.key("mqtt.host")
                    .stringType()
                    .defaultValue("127.0.0.1")
                    .withDescription("The broker's host name or address.");

    public static final ConfigOption<Integer> PORT =
            ConfigOptions.key("mqtt.port")
                    .intType()
                    .defaultValue(1883)
                    .withDescription("The broker's TCP port; with TLS usually 8883.");

    public static final ConfigOption<String> USERNAME =
            ConfigOptions.key("mqtt.username")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("User name, if the broker requires one.");

    public static final ConfigOption<String> PASSWORD_FILE =
            ConfigOptions.key("mqtt.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File on every task manager with the password, or a token such as a"
                                    + " JWT; read at each connect, never written to state or logs.");

    public static final ConfigOption<Duration> KEEP_ALIVE =
            ConfigOptions.key("mqtt.keep-alive")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(20))
                    .withDescription(
                            "MQTT keep-alive, after which a silent connection is closed, 1 s to 18"
                                    + " h.");

    public static final ConfigOption<Boolean> TLS_ENABLED =
            ConfigOptions.key("mqtt.tls.enabled")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription("Whether the connection is encrypted with TLS.");

    public static final ConfigOption<String> TLS_TRUST_STORE =
            ConfigOptions.key("mqtt.tls.trust-store")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "PKCS12 or JKS store, or PEM file, of the CA certificates to trust."
                                    + " Without it the JDK's own.");

    public static final ConfigOption<String> TLS_TRUST_STORE_PASSWORD_FILE =
            ConfigOptions.key("mqtt.tls.trust-store-password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("File with the trust store's password.");

    public static final ConfigOption<String> TLS_KEY_STORE =
            ConfigOptions.key("mqtt.tls.key-store")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "PKCS12 or JKS store with the client's certificate and key, if the"
                                    + " broker requires one.");

    public static final ConfigOption<String> TLS_KEY_STORE_PASSWORD_FILE =
            ConfigOptions.key("mqtt.tls.key-store-password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("File with the key store's password.");

    public static final ConfigOption<Boolean> TLS_VERIFY_HOSTNAME =
            ConfigOptions.key("mqtt.tls.verify-hostname")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether the broker's certificate must contain the name in mqtt.host."
                                    + " If false, any holder of a trusted certificate can pose as"
                                    + " the broker.");

    public static final ConfigOption<Duration> TLS_HANDSHAKE_TIMEOUT =
            ConfigOptions.key("mqtt.tls.handshake-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("Maximum duration of a TLS handshake before it is repeated.");

    /** Every option, in the order of the README's table. */
    public static final List<ConfigOption<?>> ALL =
            List.of(
                    HOST,
                    PORT,
                    USERNAME,
                    PASSWORD_FILE,
                    KEEP_ALIVE,
                    TLS_ENABLED,
                    TLS_TRUST_STORE,
                    TLS_TRUST_STORE_PASSWORD_FILE,
                    TLS_KEY_STORE,
                    TLS_KEY_STORE_PASSWORD_FILE,
                    TLS_VERIFY_HOSTNAME,
                    TLS_HANDSHAKE_TIMEOUT);

    private MqttConnectionOptions() {}
}
