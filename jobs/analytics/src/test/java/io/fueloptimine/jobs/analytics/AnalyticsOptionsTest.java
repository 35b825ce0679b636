package io.fueloptimine.jobs.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsOptionsTest {

    @TempDir Path folder;

    @Test
    void readsEveryOption() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        AnalyticsOptions options =
                AnalyticsOptions.parse(
                        new String[] {
                            "--kafka.bootstrap-servers", "localhost:9092",
                            "--mine.file", "../../deploy/local/mines/andes.yaml",
                            "--registry.path", folder.toString(),
                            "--sql.url", "jdbc:h2:mem:options",
                            "--sql.user", "fuel",
                            "--sql.password-file", password.toString(),
                            "--checkpoint.interval", "3s",
                            "--lateness.allowed", "40 min",
                        });

        assertThat(options.mine().site()).isEqualTo("andes");
        assertThat(options.groupId()).isEqualTo("fuel-analytics");
        assertThat(options.checkpointInterval()).hasSeconds(3);
        assertThat(options.settings().allowedLateness()).hasMinutes(40);
        assertThat(options.sql().userName()).isEqualTo("fuel");
        assertThat(options.settings().mines().bySite()).containsOnlyKeys("andes");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(
                        () ->
                                AnalyticsOptions.parse(
                                        new String[] {
                                            "--mine.file",
                                            folder.resolve("none.yaml").toString(),
                                            "--registry.path",
                                            folder.resolve("none").toString(),
                                            "--checkpoint.interval",
                                            "soon",
                                            "--lateness.allowed",
                                            "0s",
                                            "--colour",
                                            "red",
                                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown option --colour")
                .hasMessageContaining("kafka.bootstrap-servers is missing")
                .hasMessageContaining("missing option --sql.url")
                .hasMessageContaining("--mine.file")
                .hasMessageContaining("--registry.path: no folder")
                .hasMessageContaining("--checkpoint.interval wants a duration")
                .hasMessageContaining("--lateness.allowed wants a duration");
    }
}
