package io.fueloptimine.connectors.mqtt.connection;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates MQTT clients and their connect messages.
 *
 * <p>Each call reads secrets and certificates from their files and keeps no copy, so that the next
 * connection uses renewed secrets and certificates. No method uses the network. Thread-safe.
 */
public final class MqttClients {

    private static final Logger LOG = LoggerFactory.getLogger(MqttClients.class);
    private static final int CONNECT_TIMEOUT_S = 10;

    /**
     * The maximum time to wait for the broker's answer to a connect message, s. The time is long,
     * because a broker under load answers late and each further attempt increases its load.
     */
    private static final int ACCEPT_TIMEOUT_S = 30;

    private MqttClients() {}

    /**
     * Creates a builder for a client without automatic reconnect, with TLS if the settings enable
     * it.
     *
     * @throws IOException if a trust or key store cannot be used; the message names the option
     */
    public static Mqtt5ClientBuilder builder(MqttConnectionSettings settings, String clientId)
            throws IOException {
        var transport =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(clientId)
                        .transportConfig()
                        .serverHost(settings.host())
                        .serverPort(settings.port())
                        .socketConnectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                        .mqttConnectTimeout(ACCEPT_TIMEOUT_S, TimeUnit.SECONDS);
        if (settings.tls().enabled()) {
            transport = transport.sslConfig(sslConfig(settings));
        }
        return transport.applyTransportConfig();
    }

    /**
     * Creates a builder for a connect message with user, password and keep-alive; the caller adds
     * the session's settings.
     *
     * @throws IOException if the password file cannot be read; the message names the file
     */
    public static Mqtt5ConnectBuilder connect(MqttConnectionSettings settings) throws IOException {
        Mqtt5ConnectBuilder connect =
                Mqtt5Connect.builder().keepAlive((int) settings.keepAlive().toSeconds());
        if (settings.username() == null) {
            return connect;
        }
        var auth = connect.simpleAuth().username(settings.username());
        if (settings.passwordFile() != null) {
            auth = auth.password(password(settings.passwordFile()));
        }
        return auth.applySimpleAuth();
    }

    /**
     * Creates the TLS configuration. It uses the JDK's default protocols and ciphers, which
     * security updates of the JDK keep current.
     */
    private static MqttClientSslConfig sslConfig(MqttConnectionSettings settings)
            throws IOException {
        MqttTls tls = settings.tls();
        var config =
                MqttClientSslConfig.builder()
                        .handshakeTimeout(tls.handshakeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        if (tls.trustStore() != null) {
            config = config.trustManagerFactory(TlsStores.trust(tls));
        }
        if (tls.keyStore() != null) {
            config = config.keyManagerFactory(TlsStores.keys(tls));
        }
        if (!tls.verifyHostname()) {
            LOG.warn(
                    "{} is false: any holder of a trusted certificate can pose as the broker {}",
                    MqttConnectionOptions.TLS_VERIFY_HOSTNAME.key(),
                    settings.host());
            config = config.hostnameVerifier((host, session) -> true);
        }
        return config.build();
    }

    private static byte[] password(String file) throws IOException {
        return SecretFile.read(MqttConnectionOptions.PASSWORD_FILE, file)
                .getBytes(StandardCharsets.UTF_8);
    }
}
