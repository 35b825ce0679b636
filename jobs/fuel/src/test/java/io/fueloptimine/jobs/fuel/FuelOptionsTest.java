package io.fueloptimine.jobs.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuelOptionsTest {

    @TempDir Path folder;

    @Test
    void readsEveryOption() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        FuelOptions options =
                FuelOptions.parse(
                        new String[] {
                            "--kafka.bootstrap-servers", "localhost:9092",
                            "--mines.folder", "../../deploy/local/mines",
                            "--registry.path", folder.toString(),
                            "--sql.url", "jdbc:h2:mem:options",
                            "--sql.user", "fuel",
                            "--sql.password-file", password.toString(),
                            "--checkpoint.interval", "3s",
                        });

        assertThat(options.settings().mines().bySite()).containsKey("andes");
        assertThat(options.groupId()).isEqualTo("fuel-fuel");
        assertThat(options.checkpointInterval()).hasSeconds(3);
        assertThat(options.sql().userName()).isEqualTo("fuel");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(
                        () ->
                                FuelOptions.parse(
                                        new String[] {
                                            "--mines.folder",
                                            folder.resolve("none").toString(),
                                            "--registry.path",
                                            folder.resolve("no-registry").toString(),
                                            "--checkpoint.interval",
                                            "soon",
                                            "--colour",
                                            "red",
                                        }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("kafka.bootstrap-servers")
                .hasMessageContaining("sql.url")
                .hasMessageContaining("mines.folder")
                .hasMessageContaining("registry.path")
                .hasMessageContaining("checkpoint.interval");
    }
}
