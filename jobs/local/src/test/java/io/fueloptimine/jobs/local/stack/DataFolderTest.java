package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
