package io.fueloptimine.connectors.mqtt.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir Path folder;

    @Test
    void leavesOutTheLineFeedThatEditorsAppend() throws Exception {
        assertThat(read("s3 cr et\r\n")).isEqualTo("s3 cr et");
        assertThat(read("contraseña")).isEqualTo("contraseña");
    }

    @Test
    void refusesAFileWithoutASecretAndNamesItsOption() {
        assertThatThrownBy(() -> read(" \n\t\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(MqttConnectionOptions.PASSWORD_FILE.key())
                .hasMessageContaining("empty");
    }

    @Test
    void refusesAMissingFileAFolderAndBinaryDataWithoutShowingContent() throws Exception {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'k', (byte) 0xFF, 'z'});

        for (Path file : new Path[] {folder.resolve("none"), folder, binary}) {
            assertThatThrownBy(
                            () -> SecretFile.read(MqttConnectionOptions.PASSWORD_FILE, file + ""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(MqttConnectionOptions.PASSWORD_FILE.key())
                    .hasMessageContaining(file.toString());
        }
        assertThatThrownBy(() -> SecretFile.read(MqttConnectionOptions.PASSWORD_FILE, "a\0b"))
                .isInstanceOf(IOException.class);
    }

    private String read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        return SecretFile.read(MqttConnectionOptions.PASSWORD_FILE, file.toString());
    }
}
