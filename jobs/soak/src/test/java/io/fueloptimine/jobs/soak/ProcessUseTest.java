package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessUseTest {

    @TempDir Path proc;

    @Test
    void readsMemoryThreadsAndFiles() throws IOException {
        process(7, "Name:\tjava\nVmPeak:\t  99999 kB\nVmRSS:\t  20480 kB\nThreads:\t31\n");

        assertThat(ProcessUse.read(proc, 7)).contains(new ProcessUse(20_480, 31, 2));
    }

    @Test
    void aProcessThatHasEndedUsesNothing() throws IOException {
        process(8, "Name:\tjava\nState:\tZ (zombie)\nThreads:\t1\n");

        assertThat(ProcessUse.read(proc, 8)).isEmpty();
        assertThat(ProcessUse.read(proc, 9)).isEmpty();
    }

    @Test
    void withoutProcTheTableSaysSo() {
        try (ResourceMonitor monitor =
                new ResourceMonitor(
                        proc.resolve("absent"),
                        Map.of("broker", () -> 7L),
                        Map.of("fuel", OptionalLong::empty))) {

            GrowthTable table = monitor.stop();

            assertThat(table.lines())
                    .anyMatch(line -> line.contains("were not measured: this system has no"))
                    .anyMatch(line -> line.contains("job fuel"))
                    .noneMatch(line -> line.contains("broker"));
        }
    }

    private void process(long pid, String status) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
        Files.writeString(folder.resolve("status"), status);
        Files.createDirectories(folder.resolve("fd").resolve("0"));
        Files.createDirectories(folder.resolve("fd").resolve("1"));
    }
}
