package io.fueloptimine.connectors.mqtt.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSinkSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535})
    void allowsTheEndsOfTheRangeOfMessagesInFlight(int messages) {
        assertThat(faults(MqttSinkOptions.MAX_IN_FLIGHT, messages)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void refusesMessagesInFlightBeyondTheRange(int messages) {
        assertThat(faults(MqttSinkOptions.MAX_IN_FLIGHT, messages))
                .singleElement()
                .asString()
                .contains(MqttSinkOptions.MAX_IN_FLIGHT.key(), String.valueOf(messages));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "cabs/1", "#", "ñ"})
    void refusesClientIdsThatABrokerMayNotAccept(String clientId) {
        assertThat(faults(MqttSinkOptions.CLIENT_ID, clientId))
                .singleElement()
                .asString()
                .contains(MqttSinkOptions.CLIENT_ID.key(), "'" + clientId + "'");
    }

    @Test
    void allowsClientIdsOfUpTo64Characters() {
        assertThat(faults(MqttSinkOptions.CLIENT_ID, "c".repeat(64))).isEmpty();
        assertThat(faults(MqttSinkOptions.CLIENT_ID, "c".repeat(65))).hasSize(1);
    }

    @Test
    void refusesABackoffThatShrinksOrHasNoLength() {
        assertThat(faults(MqttSinkOptions.MAX_BACKOFF, Duration.ZERO)).hasSize(1);
        assertThat(faults(MqttSinkOptions.INITIAL_BACKOFF, Duration.ofDays(1))).hasSize(1);
        assertThat(faults(MqttSinkOptions.INITIAL_BACKOFF, Duration.ofNanos(1))).hasSize(1);
    }

    private static <T> List<String> faults(ConfigOption<T> option, T value) {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.HOST, "broker");
        options.set(MqttSinkOptions.CLIENT_ID, "cabs");
        options.set(option, value);
        return MqttSinkSettings.from(options).faults();
    }
}
