package io.fueloptimine.jobs.simulator.publish;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionFaults;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * How the mine connects to its broker. Contains no secret, only names of files.
 *
 * @param connection broker, user and TLS, as for every other MQTT connection
 * @param clientIdPrefix the client identifiers are {@code <prefix>-0}, {@code <prefix>-1} and so on
 * @param connections number of connections, 1 to 64; a machine always uses the same one
 * @param maxPendingPerConnection messages pending per connection before publishing blocks, 1 to
 *     1,000,000
 */
public record PublishSettings(
        MqttConnectionSettings connection,
        String clientIdPrefix,
        int connections,
        int maxPendingPerConnection) {

    private static final int DEFAULT_CONNECTIONS = 4;
    private static final int DEFAULT_MAX_PENDING = 500;

    /** Rejects invalid settings; the message names every fault. */
    public PublishSettings {
        List<String> faults = new ArrayList<>(MqttConnectionFaults.in(connection));
        requireRange(faults, "the number of connections", connections, 64);
        requireRange(faults, "the pending limit", maxPendingPerConnection, 1_000_000);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static void requireRange(List<String> faults, String what, int value, int max) {
        if (value < 1 || value > max) {
            faults.add(what + " is " + value + ", expected 1 to " + max);
        }
    }

    /** Four connections with 500 pending messages each. */
    public static PublishSettings of(MqttConnectionSettings connection) {
        return new PublishSettings(connection, "mine", DEFAULT_CONNECTIONS, DEFAULT_MAX_PENDING);
    }

    /** Four unencrypted connections without a user, with 500 pending messages each. */
    public static PublishSettings plain(String host, int port) {
        return of(MqttConnectionSettings.plain(host, port));
    }

    /** A copy with another prefix of the client identifiers. */
    public PublishSettings withClientIdPrefix(String prefix) {
        return new PublishSettings(connection, prefix, connections, maxPendingPerConnection);
    }

    /** The broker as {@code host:port}, for messages. */
    public String broker() {
        return connection.host() + ":" + connection.port();
    }
}
