package io.fueloptimine.connectors.parquet.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FolderExchangeTest {

    private static final int EXCHANGES = 5_000;

    @TempDir Path root;

    @Test
    void aReaderSeesOneFolderOrTheOther() throws Exception {
        Path live = Files.createDirectory(root.resolve("live"));
        Path other = Files.createDirectory(root.resolve("other"));
        Files.createFile(live.resolve("old-1"));
        Files.createFile(live.resolve("old-2"));
        Files.createFile(other.resolve("new"));
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> exchanges =
                    thread.submit(
                            () -> {
                                for (int i = 0; i < EXCHANGES; i++) {
                                    FolderExchange.exchange(other, live);
                                }
                                return null;
                            });
            while (!exchanges.isDone()) {
                String[] names = live.toFile().list();
                seen.add(names == null ? "nothing" : Set.of(names));
            }
            exchanges.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(seen).isSubsetOf(Set.of("old-1", "old-2"), Set.of("new"));
    }

    @Test
    void namesTheFoldersThatCannotBeExchanged() throws Exception {
        Path live = Files.createDirectory(root.resolve("día ñ"));

        assertThatThrownBy(() -> FolderExchange.exchange(root.resolve("none"), live))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none and " + live + " (error 2)");
        assertThat(live).isDirectory();
    }
}
