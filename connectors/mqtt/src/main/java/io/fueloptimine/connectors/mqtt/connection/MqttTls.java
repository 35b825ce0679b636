package io.fueloptimine.connectors.mqtt.connection;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How a connection is encrypted and who proves what to whom. Names files only: keys and passwords
 * stay in them, and are read anew at each connect, so that a renewed certificate needs no restart.
 *
 * @param enabled whether TLS is spoken at all
 * @param trustStore whom to trust: a PKCS12 or JKS store, or a PEM file of CA certificates; null
 *     for the JDK's own authorities
 * @param trustStorePasswordFile null for a PEM file, or a store without a password
 * @param keyStore the client's certificate and key, PKCS12 or JKS; null if the broker asks for none
 * @param keyStorePasswordFile null for a store without a password
 * @param verifyHostname whether the broker's certificate must bear the host's name
 * @param handshakeTimeout how long a handshake may take before it is tried anew
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

    /** A connection in clear. */
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
