package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.registry.RegistryEvent.Action;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, and several threads of one, alter a registry at once. */
class SharedRegistryITCase {

    private static final String NAME = ModelRegistry.FUEL_WINDOW;
    private static final int WRITERS = 3;
    private static final int TIMES = 8;
    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, WRITERS * TIMES).boxed().toList();

    @TempDir Path root;

    @Test
    void processesLoseNoVersionAndNoPromotion() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            processes.add(start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertNothingLost();
    }

    @Test
    void threadsLoseNoVersionAndNoPromotion() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String[] arguments = {root.toString(), Integer.toString(TIMES)};
                all.add(threads.submit(() -> RegisteringProcess.main(arguments)));
            }
            for (Future<?> one : all) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }

        assertNothingLost();
    }

    private void assertNothingLost() {
        ModelRegistry registry = new ModelRegistry(root);
        assertThat(registry.versions(NAME)).isEqualTo(ALL);
        assertThat(registry.history(NAME))
                .filteredOn(event -> event.action() == Action.REGISTERED)
                .extracting(RegistryEvent::version)
                .isEqualTo(ALL);
        int champion = 0;
        for (RegistryEvent event : registry.history(NAME)) {
            if (event.action() == Action.PROMOTED) {
                assertThat(event.previous()).isEqualTo(champion);
                champion = event.version();
            }
        }
        assertThat(registry.championVersion(NAME)).hasValue(champion);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegisteringProcess.class.getName(),
                        root.toString(),
                        Integer.toString(TIMES))
                .inheritIO()
                .start();
    }
}
