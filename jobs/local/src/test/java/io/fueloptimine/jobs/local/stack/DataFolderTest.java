package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {

    @TempDir Path folder;

    @Test
    void refusesASecondRunOnTheSameFolder() throws IOException {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThat(first.root()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("in use by another run");
        }
        DataFolder.open(folder).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"back\\slash", "line\nfeed", "tab\t", "escape\u001b", "😀"})
    void refusesANameThatAPartCannotUseBeforeItCreatesTheFolder(String name) {
        assertThatThrownBy(() -> DataFolder.open(folder.resolve(name)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--data");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theParentOfALinkIsThatOfItsTarget() throws IOException {
        Path target = Files.createDirectories(folder.resolve("disk/mine"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        try (DataFolder data = DataFolder.open(link.resolve("../state"))) {
            assertThat(data.root()).isEqualTo(folder.toRealPath().resolve("disk/state"));
        }
        try (DataFolder data = DataFolder.open(link)) {
            assertThat(data.root()).isEqualTo(link);
        }
    }

    @Test
    void movesStateAsideButNeitherLogsNorTheRegistry() throws IOException {
        Instant now = Instant.parse("2026-01-05T10:20:30Z");
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(data.moveStateAside(now)).isEmpty();
            for (String name : List.of("kafka", "flink", "sql", "logs", "registry")) {
                Files.createDirectory(folder.resolve(name));
            }

            Path aside = data.moveStateAside(now).orElseThrow();

            assertThat(aside).isEqualTo(folder.resolve("before-2026-01-05T10-20-30Z"));
            assertThat(aside.resolve("kafka")).exists();
            assertThat(aside.resolve("flink")).exists();
            assertThat(aside.resolve("sql")).exists();
            assertThat(data.kafka()).doesNotExist();
            assertThat(data.logs()).exists();
            assertThat(folder.resolve("registry")).exists();
        }
    }
}
