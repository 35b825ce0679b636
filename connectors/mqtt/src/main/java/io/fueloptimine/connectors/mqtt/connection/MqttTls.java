package io.fueloptimine.connectors.mqtt.connection;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The TLS settings of a connection. The settings contain file names only. Keys and passwords are
 * read from the files for each connection, so that a renewed certificate needs no restart.
 *
 * @param enabled whether TLS is used
 * @param trustStore a file with the trusted CA certificates in PKCS12, JKS or PEM format; null for
 *     the JDK's own CA certificates
 * @param trustStorePasswordFile the file that contains the password of the trust store; null for a
 *     PEM file, or a store without a password
 * @param keyStore a file with the client's certificate and key in PKCS12 or JKS format; null if the
 *     broker requires none
 * @param keyStorePasswordFile the file that contains the password of the key store; null for a
 *     store without a password
 * @param verifyHostname whether the broker's certificate must contain the host's name
 * @param handshakeTimeout maximum duration of a TLS handshake, after which the connection attempt
 *     fails and is repeated
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
