package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs {@code deploy/fuel} in a checkout of its own, with a {@code mvn} and a {@code java} that
 * only print.
 */
class LauncherPathsTest {

    private static final String JAVA =
            """
            #!/bin/sh
            if [ "$1" = -XshowSettings:properties ]; then
              echo '    java.specification.version = 17'
              exit
            fi
            echo "charmap $(locale charmap)"
            printf '%s\\n' "$@"
            """;

    private static final String MVN =
            """
            #!/bin/sh
            pwd -P > "$BUILT_IN"
            mkdir -p jobs/cli/target
            """;

    @TempDir Path folder;
    private Path programs;
    private Path builtIn;

    @BeforeEach
    void writePrograms() throws IOException {
        programs = Files.createDirectory(folder.resolve("programs"));
        builtIn = folder.resolve("built-in");
        executable(programs.resolve("java"), JAVA);
        executable(programs.resolve("mvn"), MVN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "ñandú #1",
                "50%20",
                "a,b;c",
                "it's \"q\"",
                "{x}[y]*?",
                "$HOME `id`",
                "-x",
                " ends ",
                "back\\slash",
                "a+b&c=d",
                "日本"
            })
    void runsInACheckoutWithAnyName(String name) throws Exception {
        Path home = checkout(folder.resolve(name));

        Result result =
                run(folder, Map.of(), home.resolve("deploy/fuel").toString(), "local", name);

        assertThat(result.exitCode()).as(result.text()).isZero();
        assertThat(builtIn).hasContent(home.toString());
        assertThat(result.lines()).contains("-Dfuel.home=" + home, name);
        assertThat(result.lines().get(result.lines().size() - 1)).isEqualTo(name);
    }

    @Test
    void buildsInItsCheckoutWhenItIsCalledThroughLinks() throws Exception {
        Path home = checkout(folder.resolve("real checkout"));
        Path other = otherProject();
        Path relative = Path.of("../../real checkout/deploy/fuel");
        Files.createSymbolicLink(other.resolve("bin/fuel"), relative);
        Path second = Files.createSymbolicLink(folder.resolve("fuel2"), other.resolve("bin/fuel"));

        Result result = run(other, Map.of(), second.toString(), "models");

        assertThat(result.exitCode()).as(result.text()).isZero();
        assertThat(builtIn).hasContent(home.toString());
        assertThat(result.lines()).contains("-Dfuel.home=" + home);
        assertThat(other.resolve("jobs/cli/target/lib/precious")).exists();
    }

    @Test
    void buildsInItsCheckoutWhenItsFolderIsALink() throws Exception {
        Path home = checkout(folder.resolve("checkout"));
        Path other = otherProject();
        Files.createSymbolicLink(other.resolve("tools"), home.resolve("deploy"));

        Result result = run(other, Map.of(), "tools/fuel", "models");

        assertThat(result.exitCode()).as(result.text()).isZero();
        assertThat(builtIn).hasContent(home.toString());
        assertThat(other.resolve("jobs/cli/target/lib/precious")).exists();
    }

    @Test
    void isFoundThroughThePathAndIgnoresCdpath() throws Exception {
        Path home = checkout(folder.resolve("a b"));
        Path other = otherProject();
        Files.createDirectories(other.resolve("deploy"));
        String path = home.resolve("deploy") + ":" + programs + ":" + System.getenv("PATH");

        Result fromPath = run(other, Map.of("PATH", path), "sh", "-c", "fuel models");
        Result fromParent = run(home, Map.of("CDPATH", other.toString()), "deploy/fuel", "models");

        assertThat(fromPath.exitCode()).as(fromPath.text()).isZero();
        assertThat(fromPath.lines()).contains("-Dfuel.home=" + home);
        assertThat(fromParent.exitCode()).as(fromParent.text()).isZero();
        assertThat(fromParent.lines()).contains("-Dfuel.home=" + home);
        assertThat(other.resolve("jobs/cli/target/lib/precious")).exists();
    }

    @Test
    void aCopyInAnotherProjectBuildsNothing() throws Exception {
        Path other = otherProject();
        Files.copy(launcher(), other.resolve("bin/fuel"));

        Result result = run(other, Map.of(), other.resolve("bin/fuel").toString(), "models");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.text()).contains("is not the folder deploy of FuelOptiMine");
        assertThat(builtIn).doesNotExist();
        assertThat(other.resolve("jobs/cli/target/lib/precious")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "😀", "line\nfeed"})
    void refusesACheckoutThatAClassPathCannotExpress(String name) throws Exception {
        Path home = checkout(folder.resolve(name));

        Result result = run(folder, Map.of(), home.resolve("deploy/fuel").toString(), "models");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.text()).contains("move it to a folder without");
        assertThat(builtIn).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void usesUtf8InEveryLocale(String locale) throws Exception {
        Path home = checkout(folder.resolve("ñ"));

        Result result =
                run(
                        folder,
                        Map.of("LC_ALL", locale),
                        home.resolve("deploy/fuel").toString(),
                        "local",
                        "--data=ñ");

        assertThat(result.exitCode()).as(result.text()).isZero();
        assertThat(result.lines()).contains("charmap UTF-8", "--data=ñ");
    }

    private static Path launcher() {
        return FuelHome.find().root().resolve("deploy/fuel");
    }

    private static Path checkout(Path home) throws IOException {
        for (String module : List.of("models", "operators", "connectors", "jobs/cli", "sql")) {
            Files.createDirectories(home.resolve(module));
        }
        Files.createDirectories(home.resolve("deploy"));
        Files.copy(launcher(), home.resolve("deploy/fuel"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("jobs/cli/pom.xml"), "");
        return home.toRealPath();
    }

    /** A Maven project in which the launcher must neither build nor delete. */
    private Path otherProject() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createDirectories(other.resolve("bin"));
        Files.createDirectories(other.resolve("jobs/cli/target/lib"));
        Files.writeString(other.resolve("jobs/cli/target/lib/precious"), "");
        Files.writeString(other.resolve("pom.xml"), "");
        return other;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result run(Path workingFolder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", "");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(workingFolder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("BUILT_IN", builtIn.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }

    private record Result(int exitCode, String text) {

        List<String> lines() {
            return text.lines().toList();
        }
    }
}
