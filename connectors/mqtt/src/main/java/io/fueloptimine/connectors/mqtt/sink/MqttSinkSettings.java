package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionFaults;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The settings of a sink; {@link MqttSinkOptions} documents each of them. The settings contain no
 * secret, only the names of the files with passwords and keys.
 *
 * @param clientId the prefix of the MQTT client identifiers; null if the option is not set, which
 *     is a fault
 */
record MqttSinkSettings(
        MqttConnectionSettings connection,
        String clientId,
        int maxInFlight,
        Duration initialBackoff,
        Duration maxBackoff)
        implements Serializable {

    private static final int MAX_IN_FLIGHT = 65_535;

    /** Reads the options without checking them; {@link #faults()} checks the settings. */
    static MqttSinkSettings from(ReadableConfig options) {
        return new MqttSinkSettings(
                MqttConnectionSettings.from(options),
                options.get(MqttSinkOptions.CLIENT_ID),
                options.get(MqttSinkOptions.MAX_IN_FLIGHT),
                options.get(MqttSinkOptions.INITIAL_BACKOFF),
                options.get(MqttSinkOptions.MAX_BACKOFF));
    }

    /** One line per fault, each naming its option; empty if there is none. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(MqttConnectionFaults.in(connection));
        if (clientId == null || !clientId.matches("[A-Za-z0-9._-]{1,64}")) {
            faults.add(
                    MqttSinkOptions.CLIENT_ID.key()
                            + " is '"
                            + clientId
                            + "', expected 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        }
        if (maxInFlight < 1 || maxInFlight > MAX_IN_FLIGHT) {
            faults.add(
                    MqttSinkOptions.MAX_IN_FLIGHT.key()
                            + " is "
                            + maxInFlight
                            + ", expected 1 to "
                            + MAX_IN_FLIGHT);
        }
        if (initialBackoff.toMillis() < 1 || maxBackoff.compareTo(initialBackoff) < 0) {
            faults.add(
                    MqttSinkOptions.MAX_BACKOFF.key()
                            + " is "
                            + maxBackoff
                            + ", expected at least "
                            + MqttSinkOptions.INITIAL_BACKOFF.key()
                            + ", which must be 1 ms or more");
        }
        return faults;
    }

    /**
     * The publisher settings of one subtask; each attempt of the subtask uses the same client
     * identifier.
     */
    MqttPublisherSettings publisher(int subtask) {
        return MqttPublisherSettings.of(connection, clientId + "-" + subtask)
                .withMaxInFlight(maxInFlight)
                .withBackoff(initialBackoff, maxBackoff);
    }
}
