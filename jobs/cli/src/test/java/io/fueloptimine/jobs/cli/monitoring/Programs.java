package io.fueloptimine.jobs.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of the operating system's package prometheus. */
final class Programs {

    private Programs() {}

    /** The program; skips the test where it is not installed. */
    static Path require(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        Path program =
                Stream.of((path + ":/usr/bin:/usr/local/bin").split(":"))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        Assumptions.assumeTrue(program != null, name + " is not installed (package prometheus)");
        return program;
    }

    /** Runs a program in a folder, expects that it succeeds, and returns its output. */
    static String run(Path folder, List<String> command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
