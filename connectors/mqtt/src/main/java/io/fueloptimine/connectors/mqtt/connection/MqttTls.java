package io.fueloptimine.connectors.mqtt.connection;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The TLS settings of a connection. They contain file names only; keys and passwords are read from
 * the files at each connect, so that a renewed certificate needs no restart.
 *
 * @param enabled whether TLS is used
 * @param trustStore PKCS12 or JKS store, or PEM file, of the CA certificates to trust; null for the
 *     JDK's own
 * @param trustStorePasswordFile null for a PEM file, or a store without a password
 * @param keyStore the client's certificate and key, PKCS12 or JKS; null if the broker requires none
 * @param keyStorePasswordFile null for a store without a password
 * @param verifyHostname whether the broker's certificate must contain the host's name
 * @param handshakeTimeout maximum duration of a handshake before it is repeated
 */
public record MqttTls(
        boolean enabled,
        String trustStore,
        String trustStorePasswordFile,
        String keyStore,
        String keyStorePasswordFile,
        boolean verifyHostname,
        Duration handshakeTimeout)
        implements Serializable {

    /** No encryption. */
    public static final MqttTls OFF =
            new MqttTls(false, null, null, null, null, true, Duration.ofSeconds(10));

    static MqttTls from(ReadableConfig options) {
        return new MqttTls(
                options.get(MqttConnectionOptions.TLS_ENABLED),
                options.get(MqttConnectionOptions.TLS_TRUST_STORE),
                options.get(MqttConnectionOptions.TLS_TRUST_STORE_PASSWORD_FILE),
                options.get(MqttConnectionOptions.TLS_KEY_STORE),
                options.get(MqttConnectionOptions.TLS_KEY_STORE_PASSWORD_FILE),
                options.get(MqttConnectionOptions.TLS_VERIFY_HOSTNAME),
                options.get(MqttConnectionOptions.TLS_HANDSHAKE_TIMEOUT));
    }
}
