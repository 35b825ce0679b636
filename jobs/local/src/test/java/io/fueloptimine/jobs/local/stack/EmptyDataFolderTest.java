package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyDataFolderTest {

    @TempDir Path folder;

    @Test
    void deletesTheFilesOfAnEarlierRunExceptTheLog() throws Exception {
        try (DataFolder first = EmptyDataFolder.open(folder, "soak")) {
            Files.createDirectories(first.kafka().resolve("log"));
            Files.writeString(first.kafka().resolve("log/segment"), "old");
            Files.createDirectories(first.logs());
            Files.writeString(first.logs().resolve("fuel.log"), "in use");
        }

        try (DataFolder second = EmptyDataFolder.open(folder, "soak")) {
            assertThat(second.kafka()).doesNotExist();
            assertThat(second.logs().resolve("fuel.log")).exists();
        }
    }

    @Test
    void refusesTheFolderOfAnotherCommand() throws Exception {
        try (DataFolder soak = EmptyDataFolder.open(folder, "soak")) {
            Files.createDirectories(soak.kafka());
        }

        assertThatThrownBy(() -> EmptyDataFolder.open(folder, "bench"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("bench did not create");
        assertThat(folder.resolve("kafka")).exists();
    }

    @Test
    void refusesAFolderWithOtherFilesAndDeletesNothing() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "keep me");

        assertThatThrownBy(() -> EmptyDataFolder.open(folder, "soak"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--data");
        assertThat(precious).hasContent("keep me");
    }
}
