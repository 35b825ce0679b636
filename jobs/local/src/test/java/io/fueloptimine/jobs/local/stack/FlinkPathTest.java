package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.core.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlinkPathTest {

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("io.fueloptimine.jobs.local.stack.FolderNames#all")
    void flinkWritesToTheSamePath(String name) throws Exception {
        Path file = folder.resolve(name).resolve("chk-1").resolve("_metadata");
        org.apache.flink.core.fs.Path flink = new org.apache.flink.core.fs.Path(FlinkPath.of(file));

        flink.getFileSystem().create(flink, FileSystem.WriteMode.NO_OVERWRITE).close();

        assertThat(file).exists();
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.endsWith(name));
        assertThat(FlinkPath.toLocal(flink.toString())).isEqualTo(file);
    }

    @Test
    void aRelativePathIsMadeAbsolute() {
        assertThat(FlinkPath.toLocal(FlinkPath.of(Path.of("a b"))))
                .isEqualTo(Path.of("a b").toAbsolutePath());
    }
}
