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
 * The one place that makes clients of the broker and the messages by which they log in.
 *
 * <p>Secrets and certificates are read from their files at each call and kept nowhere else, so that
 * the next connect sees a renewed one. Neither calls the network. Thread-safe.
 */
public final class MqttClients {

    private static final Logger LOG = LoggerFactory.getLogger(MqttClients.class);
    private static final int CONNECT_TIMEOUT_S = 10;

    /** A broker under load answers late; who asks again only adds to what it has to do. */
    private static final int ACCEPT_TIMEOUT_S = 30;

    private MqttClients() {}

    /**
     * A client of the settings' broker, encrypted if they say so, without automatic reconnect.
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
            transport = transport.sslConfig(encryption(settings));
        }
        return transport.applyTransportConfig();
    }

    /**
     * The message that logs in, with the settings' user and keep-alive; sessions are the caller's.
     *
     * @throws IOException if the password file cannot be read; the message names it
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

    /** Protocols and ciphers are left to the JDK, whose security updates keep them current. */
    private static MqttClientSslConfig encryption(MqttConnectionSettings settings)
            throws IOException {
        MqttTls tls = settings.tls();
        var encryption =
                MqttClientSslConfig.builder()
                        .handshakeTimeout(tls.handshakeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        if (tls.trustStore() != null) {
            encryption = encryption.trustManagerFactory(TlsStores.trust(tls));
        }
        if (tls.keyStore() != null) {
            encryption = encryption.keyManagerFactory(TlsStores.keys(tls));
        }
        if (!tls.verifyHostname()) {
            LOG.warn(
                    "{} is false: any holder of a trusted certificate can pose as the broker {}",
                    MqttConnectionOptions.TLS_VERIFY_HOSTNAME.key(),
                    settings.host());
            encryption = encryption.hostnameVerifier((host, session) -> true);
        }
        return encryption.build();
    }

    private static byte[] password(String file) throws IOException {
        return SecretFile.read(MqttConnectionOptions.PASSWORD_FILE, file)
                .getBytes(StandardCharsets.UTF_8);
    }
}
