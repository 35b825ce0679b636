package io.fueloptimine.connectors.mqtt.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import org.junit.jupiter.api.Test;

class DuplicateFlagTest {

    @Test
    void findsTheFlagInThePinnedVersionOfTheClient() {
        assertThat(DuplicateFlag.isReadable()).isTrue();
    }

    @Test
    void readsFalseForAMessageThatWasNotReceived() {
        assertThat(DuplicateFlag.of(Mqtt5Publish.builder().topic("mine").build())).isFalse();
    }
}
