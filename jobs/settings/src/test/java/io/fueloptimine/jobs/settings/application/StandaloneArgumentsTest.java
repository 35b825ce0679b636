package io.fueloptimine.jobs.settings.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneArgumentsTest {

    @TempDir Path folder;
    private Path jar;

    @BeforeEach
    void writeJar() throws Exception {
        jar = Files.createFile(folder.resolve("archive-job.jar"));
    }

    @Test
    void argumentsOfFlinkComeFirstAndTheRestIsTheJobs() {
        StandaloneArguments given =
                StandaloneArguments.parse(
                        new String[] {
                            "--configDir",
                            "conf",
                            "-D",
                            "rest.port=8085",
                            "-D",
                            "env.java.opts.all=-Da=b",
                            "--jars",
                            "local://" + jar,
                            "-s",
                            "file:/savepoint",
                            "-n",
                            "--lake.path",
                            "lake",
                            "-D",
                            "of=job"
                        });

        assertThat(given.configuration()).isEqualTo("conf");
        assertThat(given.dynamic())
                .containsEntry("rest.port", "8085")
                .containsEntry("env.java.opts.all", "-Da=b")
                .hasSize(2);
        assertThat(given.jar()).contains(jar);
        assertThat(given.savepoint()).contains("file:/savepoint");
        assertThat(given.allowNonRestoredState()).isTrue();
        assertThat(given.job()).containsExactly("--lake.path", "lake", "-D", "of=job");
    }

    @Test
    void withoutJarAndSavepointAndArgumentsOfTheJob() {
        StandaloneArguments given = StandaloneArguments.parse(new String[] {"-c", "conf"});

        assertThat(given.jar()).isEmpty();
        assertThat(given.savepoint()).isEmpty();
        assertThat(given.allowNonRestoredState()).isFalse();
        assertThat(given.job()).isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(
                        () ->
                                StandaloneArguments.parse(
                                        new String[] {
                                            "-D", "rest.port", "--jars", "local:///none.jar", "-s"
                                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "-D 'rest.port', expected -D key=value",
                        "--jars is 'local:///none.jar'",
                        "-s has no value",
                        "--configDir is missing");
    }

    @Test
    void theFolderOfTheUserMustHaveOneJar() throws Exception {
        assertThat(StandaloneJob.onlyJarIn(folder)).isEqualTo(jar);

        Files.createFile(folder.resolve("cabs-job.jar"));
        assertThatThrownBy(() -> StandaloneJob.onlyJarIn(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains 2 jars, expected 1");
        assertThatThrownBy(() -> StandaloneJob.onlyJarIn(folder.resolve("none")))
                .hasMessageContaining("contains 0 jars");
    }
}
