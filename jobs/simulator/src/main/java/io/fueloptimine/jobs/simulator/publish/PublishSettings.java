package io.fueloptimine.jobs.simulator.publish;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionFaults;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of the mine's connection to its MQTT broker. The settings contain the names of
 * password and key files, but no secrets.
 *
 * @param connection address of the broker, user and TLS files
 * @param clientIdPrefix prefix of the MQTT client identifiers {@code <prefix>-0}, {@code
 *     <prefix>-1} and so on
 * @param connections number of connections, 1 to 64; each machine always uses the same connection
 * @param maxPendingPerConnection maximum number of unanswered messages per connection, 1 to
 *     1,000,000; publishing blocks when it is reached
 */
public record PublishSettings(
        MqttConnectionSettings connection,
        String clientIdPrefix,
        int connections,
        int maxPendingPerConnection) {

    private static final int DEFAULT_CONNECTIONS = 4;
    private static final int DEFAULT_MAX_PENDING = 500;

    /** Rejects invalid settings; the exception's message names every fault. */
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

    /** Settings with four connections and 500 pending messages on each connection. */
    public static PublishSettings of(MqttConnectionSettings connection) {
        return new PublishSettings(connection, "mine", DEFAULT_CONNECTIONS, DEFAULT_MAX_PENDING);
    }

    /**
     * Settings with four unencrypted connections without a user, and at most 500 pending messages
     * on each connection.
     */
    public static PublishSettings plain(String host, int port) {
        return of(MqttConnectionSettings.plain(host, port));
    }

    /** A copy of these settings with another prefix of the client identifiers. */
    public PublishSettings withClientIdPrefix(String prefix) {
        return new PublishSettings(connection, prefix, connections, maxPendingPerConnection);
    }

    /** The broker as {@code host:port}, for log and error messages. */
    public String broker() {
        return connection.host() + ":" + connection.port();
    }
}
