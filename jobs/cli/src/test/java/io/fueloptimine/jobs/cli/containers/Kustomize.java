package io.fueloptimine.jobs.cli.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Renders the folders of deploy/kubernetes, with kustomize or kubectl if one is installed. */
final class Kustomize {

    private static final long LIMIT_S = 60;

    private Kustomize() {}

    /** The folder deploy/kubernetes. */
    static Path folder() {
        return FuelHome.find().root().resolve("deploy/kubernetes");
    }

    /**
     * The resources of a folder as they would be applied.
     *
     * @throws org.opentest4j.TestAbortedException if no renderer is installed, which skips the test
     */
    static List<Resource> render(String folder) throws IOException, InterruptedException {
        Optional<List<String>> renderer = renderer();
        assumeTrue(renderer.isPresent(), "neither kustomize nor kubectl is in the PATH");
        List<String> command = new ArrayList<>(renderer.orElseThrow());
        command.add(folder().resolve(folder).toString());
        Path output = Files.createTempFile("rendered", ".yaml");
        Path faults = Files.createTempFile("rendered", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(output.toFile())
                            .redirectError(faults.toFile())
                            .start();
            boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as("%s ends", command).isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", command, Files.readString(faults, StandardCharsets.UTF_8))
                    .isZero();
            return Resource.in(Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(faults);
        }
    }

    private static Optional<List<String>> renderer() {
        if (isInstalled("kustomize")) {
            return Optional.of(List.of("kustomize", "build"));
        }
        return isInstalled("kubectl")
                ? Optional.of(List.of("kubectl", "kustomize"))
                : Optional.empty();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(
                        Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
