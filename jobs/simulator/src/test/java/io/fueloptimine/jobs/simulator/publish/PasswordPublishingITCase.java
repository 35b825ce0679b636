package io.fueloptimine.jobs.simulator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoProcess;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoProgram;
import io.fueloptimine.jobs.broker.mosquitto.MosquittoSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's connections to a broker that requires a password. Needs Mosquitto. */
@Timeout(60)
class PasswordPublishingITCase {

    /** {@code mosquitto_passwd} of user {@code mine} with password {@code secret}. */
    private static final String PASSWORD_ENTRY =
            "mine:$7$101$HQQ08orD3EdhKAEX$zm0ZS2iTpXyVMcH7csBuYKGKlkjGQzWP8S+F09/KxcATgHIQ6ai"
                    + "IB0VVWKiGEcUq7SqFcdlz7pQWJTlS+BjybQ==";

    @TempDir Path folder;

    private MosquittoProcess broker;

    @BeforeEach
    void startBroker() throws Exception {
        Optional<MosquittoProgram> program = MosquittoProgram.find();
        Assumptions.assumeTrue(program.isPresent(), "mosquitto is not installed");
        Path users = Files.writeString(folder.resolve("users"), PASSWORD_ENTRY + "\n");
        broker =
                MosquittoProcess.start(
                        program.get().file(),
                        0,
                        folder.resolve("data"),
                        new MosquittoSettings(List.of("password_file " + users)));
    }

    @AfterEach
    void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void publishesWithThePasswordOfTheFile() throws Exception {
        try (MqttMessagePublisher publisher = MqttMessagePublisher.connect(settings("secret"))) {
            publisher.publish(new OutboundMessage("T1", "andes/v1/test", new byte[] {1}));

            assertThat(publisher.awaitAnswers(Duration.ofSeconds(20))).isTrue();
            assertThat(publisher.counts().sent()).isEqualTo(1);
        }
    }

    @Test
    void reportsAWrongPasswordWithoutShowingIt() throws Exception {
        PublishSettings settings = settings("wrong-password");

        assertThatThrownBy(() -> MqttMessagePublisher.connect(settings))
                .isInstanceOf(BrokerUnreachableException.class)
                .hasMessageContaining("127.0.0.1:" + broker.port())
                .hasMessageContaining("NOT_AUTHORIZED")
                .hasMessageNotContaining("wrong-password");
    }

    private PublishSettings settings(String password) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.PORT, broker.port());
        options.set(MqttConnectionOptions.USERNAME, "mine");
        options.set(MqttConnectionOptions.PASSWORD_FILE, file.toString());
        return PublishSettings.of(MqttConnectionSettings.from(options));
    }
}
