package io.fueloptimine.jobs.simulator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import org.junit.jupiter.api.Test;

class PublishSettingsTest {

    @Test
    void namesEveryFault() {
        MqttConnectionSettings connection = MqttConnectionSettings.plain("", 0);

        assertThatThrownBy(() -> new PublishSettings(connection, "mine", 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "mqtt.host",
                        "mqtt.port",
                        "the number of connections is 0, expected 1 to 64",
                        "the pending limit is 0, expected 1 to 1000000");
    }

    @Test
    void keepsTheConnectionUnderAnotherPrefix() {
        PublishSettings settings = PublishSettings.plain("broker", 1883).withClientIdPrefix("soak");

        assertThat(settings.clientIdPrefix()).isEqualTo("soak");
        assertThat(settings.broker()).isEqualTo("broker:1883");
    }
}
