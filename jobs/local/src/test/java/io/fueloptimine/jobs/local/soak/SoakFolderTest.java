package io.fueloptimine.jobs.local.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakFolderTest {

    @TempDir Path folder;

    @Test
    void deletesWhatAnEarlierSoakLeftButItsLog() throws Exception {
        try (DataFolder first = SoakFolder.openEmpty(folder)) {
            Files.createDirectories(first.kafka().resolve("log"));
            Files.writeString(first.kafka().resolve("log/segment"), "old");
            Files.createDirectories(first.logs());
            Files.writeString(first.logs().resolve("fuel.log"), "in use");
        }

        try (DataFolder second = SoakFolder.openEmpty(folder)) {
            assertThat(second.kafka()).doesNotExist();
            assertThat(second.logs().resolve("fuel.log")).exists();
        }
    }

    @Test
    void refusesAFolderThatHoldsSomethingElseAndTouchesNothing() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "keep me");

        assertThatThrownBy(() -> SoakFolder.openEmpty(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--data");
        assertThat(precious).hasContent("keep me");
    }
}
