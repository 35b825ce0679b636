package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jobs' mains, started without Flink's client: wrong arguments end with exit code 2. */
class JobMainTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(classes = {FuelJob.class, AlarmsJob.class})
    void namesEveryMissingFileAndFolderAtOnce(Class<?> job) throws Exception {
        assertRefused(
                job,
                List.of(
                        "--mines.folder",
                        path("no-mines"),
                        "--registry.path",
                        Files.writeString(folder.resolve("file"), "").toString(),
                        "--settings.file",
                        path("no-settings.yaml"),
                        "--sql.password-file",
                        path("no-password")),
                "kafka.bootstrap-servers is missing",
                "no-mines",
                "registry.path is '" + path("file") + "', expected an existing folder",
                "no-settings.yaml",
                "no-password");
    }

    @ParameterizedTest
    @ValueSource(classes = {IngestJob.class, DispatchJob.class, ArchiveJob.class, CabsJob.class})
    void namesWhatIsMissing(Class<?> job) throws Exception {
        assertRefused(job, List.of("--checkpoint.interval", "0s"), "kafka.bootstrap-servers is");
    }

    @ParameterizedTest
    @ValueSource(classes = {FuelJob.class, AlarmsJob.class})
    void saysWhyTheDatabaseRefusesTheLogin(Class<?> job) throws Exception {
        FuelHome home = FuelHome.find();
        assertRefused(
                job,
                List.of(
                        "--kafka.bootstrap-servers",
                        "localhost:1",
                        "--mines.folder",
                        home.mine().getParent().toString(),
                        "--registry.path",
                        home.registry().toString(),
                        "--sql.url",
                        "jdbc:h2:file:" + path("none") + ";IFEXISTS=TRUE",
                        "--sql.user",
                        "sa",
                        "--sql.password-file",
                        Files.writeString(folder.resolve("password"), "x").toString()),
                "cannot connect as sa at jdbc:h2:file:" + path("none") + ": ");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void assertRefused(Class<?> job, List<String> arguments, String... messages)
            throws Exception {
        Path own = Files.createDirectory(folder.resolve("process"));
        try (FuelProcess process = FuelProcess.start(own, job, arguments)) {
            assertThat(process.exitCodeWithin(LIMIT)).as(process.output()).isEqualTo(2);
            assertThat(process.output()).contains(messages).doesNotContain("\tat ");
        }
    }
}
