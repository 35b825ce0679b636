package io.fueloptimine.connectors.mqtt.reader;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Connects by the HiveMQ client: a fresh client each time, never its automatic reconnect. */
public final class HiveMqttConnector implements SessionConnector {

    private static final int CONNECT_TIMEOUT_S = 10;

    private final MqttSourceSettings settings;

    public HiveMqttConnector(MqttSourceSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection connect(MqttSessionSplit split, Listener listener) {
        Mqtt5Connect connect;
        try {
            connect = connectMessage();
        } catch (IOException e) {
            String reason = "cannot read the password file " + settings.passwordFile();
            listener.lost(new ConnectionFault(true, reason, e));
            return NoConnection.INSTANCE;
        }
        HiveMqttConnection connection =
                new HiveMqttConnection(client(split), settings.sharedFilter(), listener);
        connection.open(connect);
        return connection;
    }

    /** Transport security belongs here when it comes: the builder's {@code sslConfig}. */
    private Mqtt5ClientBuilder client(MqttSessionSplit split) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(split.splitId())
                .transportConfig()
                .serverHost(settings.host())
                .serverPort(settings.port())
                .socketConnectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                .mqttConnectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                .applyTransportConfig();
    }

    private Mqtt5Connect connectMessage() throws IOException {
        Mqtt5ConnectBuilder connect =
                Mqtt5Connect.builder()
                        .cleanStart(false)
                        .sessionExpiryInterval(settings.sessionExpiry().toSeconds())
                        .keepAlive((int) settings.keepAlive().toSeconds())
                        .restrictions()
                        .receiveMaximum(settings.receiveMaximum())
                        .applyRestrictions();
        if (settings.username() == null) {
            return connect.build();
        }
        var auth = connect.simpleAuth().username(settings.username());
        if (settings.passwordFile() != null) {
            auth = auth.password(password());
        }
        return auth.applySimpleAuth().build();
    }

    private byte[] password() throws IOException {
        String text = Files.readString(Path.of(settings.passwordFile()), StandardCharsets.UTF_8);
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
