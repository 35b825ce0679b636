package io.fueloptimine.connectors.mqtt.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttClientsTest {

    @TempDir Path folder;

    private final Configuration options = new Configuration();

    @Test
    void readsThePasswordAtEachConnect() throws IOException {
        options.set(MqttConnectionOptions.USERNAME, "ingest");
        Path file = file(MqttConnectionOptions.PASSWORD_FILE, "first\n");
        assertThat(passwordSent()).isEqualTo("first");

        Files.writeString(file, "eyJhbGciOiJIUzI1NiJ9.e30.renewed\n");

        assertThat(passwordSent()).isEqualTo("eyJhbGciOiJIUzI1NiJ9.e30.renewed");
    }

    @Test
    void namesThePasswordFileThatCannotBeRead() {
        options.set(MqttConnectionOptions.USERNAME, "ingest");
        options.set(MqttConnectionOptions.PASSWORD_FILE, folder.resolve("gone").toString());

        assertThatThrownBy(this::passwordSent)
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("mqtt.password-file")
                .hasMessageContaining("gone");
    }

    @Test
    void refusesAnEmptyPasswordFile() throws IOException {
        options.set(MqttConnectionOptions.USERNAME, "ingest");
        file(MqttConnectionOptions.PASSWORD_FILE, " \n");

        assertThatThrownBy(this::passwordSent).hasMessageContaining("it is empty");
    }

    @Test
    void namesTheStoreThatCannotBeOpenedButNotItsPassword() throws IOException {
        options.set(MqttConnectionOptions.TLS_ENABLED, true);
        file(MqttConnectionOptions.TLS_TRUST_STORE, "not a store");
        file(MqttConnectionOptions.TLS_TRUST_STORE_PASSWORD_FILE, "hunter2");

        assertThatThrownBy(() -> MqttClients.builder(settings(), "ingest-0"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("mqtt.tls.trust-store")
                .hasMessageContaining("PKCS12, JKS or PEM")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void namesTheKeyStoreThatIsMissing() {
        options.set(MqttConnectionOptions.TLS_ENABLED, true);
        options.set(MqttConnectionOptions.TLS_KEY_STORE, folder.resolve("gone.p12").toString());

        assertThatThrownBy(() -> MqttClients.builder(settings(), "ingest-0"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("mqtt.tls.key-store")
                .hasMessageContaining("gone.p12");
    }

    private MqttConnectionSettings settings() {
        return MqttConnectionSettings.from(options);
    }

    private String passwordSent() throws IOException {
        var auth = MqttClients.connect(settings()).build().getSimpleAuth().orElseThrow();
        return StandardCharsets.UTF_8.decode(auth.getPassword().orElseThrow()).toString();
    }

    private Path file(ConfigOption<String> option, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(option.key()), text);
        options.set(option, file.toString());
        return file;
    }
}
