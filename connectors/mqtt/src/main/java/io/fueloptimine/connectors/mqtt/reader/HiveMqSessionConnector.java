package io.fueloptimine.connectors.mqtt.reader;

import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.connection.MqttClients;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.io.IOException;

/** Opens each connection with a new HiveMQ client, without the client's automatic reconnect. */
public final class HiveMqSessionConnector implements SessionConnector {

    private final MqttSourceSettings settings;

    public HiveMqSessionConnector(MqttSourceSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection connect(MqttSessionSplit split, Listener listener) {
        Mqtt5ClientBuilder client;
        Mqtt5Connect connect;
        try {
            client = MqttClients.builder(settings.connection(), split.splitId());
            connect = connectMessage();
        } catch (IOException e) {
            listener.lost(new ConnectionFault(true, e.getMessage(), e));
            return UnopenedConnection.INSTANCE;
        }
        HiveMqSessionConnection connection =
                new HiveMqSessionConnection(client, settings.sharedFilters(), listener);
        connection.open(connect);
        return connection;
    }

    private Mqtt5Connect connectMessage() throws IOException {
        return MqttClients.connect(settings.connection())
                .cleanStart(false)
                .sessionExpiryInterval(settings.sessionExpiry().toSeconds())
                .restrictions()
                .receiveMaximum(settings.receiveMaximum())
                .applyRestrictions()
                .build();
    }
}
