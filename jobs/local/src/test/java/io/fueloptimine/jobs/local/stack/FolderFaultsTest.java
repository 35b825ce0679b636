package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFaultsTest {

    @TempDir Path folder;

    @Test
    void acceptsAFolderAndOneThatCanBeCreatedAndLeavesNothing() throws IOException {
        assertThat(faults(folder, 1)).isEmpty();
        assertThat(faults(folder.resolve("a/b"), 1)).isEmpty();
        try (var entries = Files.list(folder)) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void namesADiskWithTooLittleFreeSpace() {
        assertThat(faults(folder.resolve("a"), Long.MAX_VALUE))
                .singleElement()
                .asString()
                .contains("lake " + folder.resolve("a") + " has ")
                .endsWith("expected at least 8796093022207 MiB; see --lake");
    }

    @Test
    void namesAReadOnlyFolderAndOneInside() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("outer/inside"));
        protect(inside);
        Assumptions.assumeFalse(Files.isWritable(inside), "this user may write everything");

        assertThat(faults(folder, 1)).singleElement().asString().contains(inside + " cannot be");
        assertThat(faults(inside.resolve("a"), 1))
                .singleElement()
                .asString()
                .contains(inside.resolve("a") + " cannot be written");
    }

    private static void protect(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-x------"));
    }

    private static List<String> faults(Path folder, long freeBytes) {
        return FolderFaults.in("lake", folder, "--lake", freeBytes, List.of("outer/inside"));
    }
}
