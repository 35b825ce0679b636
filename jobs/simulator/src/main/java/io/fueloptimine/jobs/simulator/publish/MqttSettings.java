package io.fueloptimine.jobs.simulator.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the mine reaches its broker.
 *
 * @param host the broker's host
 * @param port its port
 * @param credentials user and password; empty where the broker asks for none
 * @param clientIdPrefix the connections are called {@code <prefix>-0}, {@code <prefix>-1}, ...
 * @param connections how many, 1 or more; a machine keeps to one of them
 * @param maxPendingPerConnection messages held per connection before offers wait, 1 or more
 * @param maxInFlightPerConnection messages unanswered per connection, 1 to 65,535; the broker's
 *     receive maximum may make it less
 */
public record MqttSettings(
        String host,
        int port,
        Optional<MqttCredentials> credentials,
        String clientIdPrefix,
        int connections,
        int maxPendingPerConnection,
        int maxInFlightPerConnection) {

    private static final int DEFAULT_CONNECTIONS = 4;
    private static final int DEFAULT_MAX_PENDING = 2_000;
    private static final int DEFAULT_MAX_IN_FLIGHT = 500;

    /** Rejects what cannot work, naming every fault. */
    public MqttSettings {
        List<String> faults = new ArrayList<>();
        if (host == null || host.isBlank()) {
            faults.add("the MQTT host is empty");
        }
        requireRange(faults, "the MQTT port", port, 65_535);
        requireRange(faults, "the number of connections", connections, 64);
        requireRange(faults, "the pending limit", maxPendingPerConnection, 1_000_000);
        requireRange(faults, "the in-flight limit", maxInFlightPerConnection, 65_535);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static void requireRange(List<String> faults, String what, int value, int max) {
        if (value < 1 || value > max) {
            faults.add(what + " is " + value + ", expected 1 to " + max);
        }
    }

    /** Four connections, 2,000 messages pending and 500 in flight on each, no credentials. */
    public static MqttSettings of(String host, int port) {
        return new MqttSettings(
                host,
                port,
                Optional.empty(),
                "mine",
                DEFAULT_CONNECTIONS,
                DEFAULT_MAX_PENDING,
                DEFAULT_MAX_IN_FLIGHT);
    }

    /** The same with a user and a password. */
    public MqttSettings withCredentials(MqttCredentials userAndPassword) {
        return new MqttSettings(
                host,
                port,
                Optional.of(userAndPassword),
                clientIdPrefix,
                connections,
                maxPendingPerConnection,
                maxInFlightPerConnection);
    }

    /** The same under another name at the broker. */
    public MqttSettings withClientIdPrefix(String prefix) {
        return new MqttSettings(
                host,
                port,
                credentials,
                prefix,
                connections,
                maxPendingPerConnection,
                maxInFlightPerConnection);
    }

    /** The same with another number of connections. */
    public MqttSettings withConnections(int number) {
        return new MqttSettings(
                host,
                port,
                credentials,
                clientIdPrefix,
                number,
                maxPendingPerConnection,
                maxInFlightPerConnection);
    }
}
