package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, with a program in place of Maven. */
class LauncherTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(8);

    /** A build with a child process, whose ids it writes before it hangs. */
    private static final String HANGING =
            """
            #!/usr/bin/env bash
            sleep 600 &
            echo "$$ $!" > "$FUEL_TEST_IDS.tmp"
            mv "$FUEL_TEST_IDS.tmp" "$FUEL_TEST_IDS"
            wait
            """;

    private static final String DEAF = HANGING.replace("sleep 600 &", "trap '' TERM; sleep 600 &");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143", "HUP,129"})
    void aSignalEndsTheBuildAndTheLauncher(String signal, int exitCode) throws Exception {
        assertEnds(HANGING, signal, exitCode);
    }

    @Test
    void aBuildThatIgnoresTheEndIsKilled() throws Exception {
        assertEnds(DEAF, "INT", 130);
    }

    @Test
    void aBuildThatFailsIsShownAndEndsWithTwo() throws Exception {
        Process launcher = start("#!/usr/bin/env bash\necho no such plugin\nexit 1\n");

        assertThat(launcher.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("output")))
                .contains("no such plugin", "the build failed");
    }

    private void assertEnds(String maven, String signal, int exitCode) throws Exception {
        Path ids = folder.resolve("ids");
        Process launcher = start(maven);
        Await.until("the build runs", LIMIT, () -> Files.exists(ids));

        new ProcessBuilder("kill", "-" + signal, Long.toString(launcher.pid())).start().waitFor();

        assertThat(launcher.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(exitCode);
        for (String id : Files.readString(ids).strip().split(" ")) {
            Await.until(
                    "process " + id + " of the build has ended",
                    LIMIT,
                    () ->
                            ProcessHandle.of(Long.parseLong(id))
                                    .filter(ProcessHandle::isAlive)
                                    .isEmpty());
        }
    }

    /** Starts the launcher in a checkout that is not built. */
    private Process start(String maven) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String name :
                List.of("deploy", "models", "operators", "connectors", "jobs/cli", "sql")) {
            Files.createDirectories(home.resolve(name));
        }
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("jobs/cli/pom.xml"), "");
        Path launcher = home.resolve("deploy/fuel");
        Files.copy(FuelHome.find().root().resolve("deploy/fuel"), launcher);
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Path program = Files.writeString(programs.resolve("mvn"), maven);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder("bash", launcher.toString(), "local")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile());
        Map<String, String> environment = builder.environment();
        environment.merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("FUEL_TEST_IDS", folder.resolve("ids").toString());
        return builder.start();
    }
}
