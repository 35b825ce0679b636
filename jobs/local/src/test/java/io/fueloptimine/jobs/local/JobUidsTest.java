package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flink finds the state of an operator in a savepoint by its uid. The uids that {@code
 * state/uids.txt} lists are in savepoints of mines: an operator that no longer has its uid would
 * start without its state. The list has every operator, so that one with state cannot be missing.
 * Add the uid of a new operator to the list; remove a line only when the changelog tells which
 * state is lost.
 */
class JobUidsTest {

    private static final Path LIST = Path.of("src", "test", "resources", "state", "uids.txt");

    @TempDir Path folder;

    static Stream<Arguments> jobs() {
        return Stream.of(
                job("ingest", (env, a) -> IngestJob.build(env, IngestOptions.parse(a))),
                job("fuel", (env, a) -> FuelJob.build(env, FuelOptions.parse(a))),
                job("alarms", (env, a) -> AlarmsJob.build(env, AlarmsOptions.parse(a))),
                job("dispatch", (env, a) -> DispatchJob.build(env, DispatchOptions.parse(a))),
                job("archive", (env, a) -> ArchiveJob.build(env, ArchiveOptions.parse(a))),
                job("cabs", (env, a) -> CabsJob.build(env, CabsOptions.parse(a))));
    }

    private static Arguments job(
            String name, BiConsumer<StreamExecutionEnvironment, String[]> build) {
        return Arguments.of(name, build);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jobs")
    void theUidsOfTheGraphAreThoseOfTheList(
            String name, BiConsumer<StreamExecutionEnvironment, String[]> build)
            throws IOException {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        build.accept(env, arguments(name).toArray(String[]::new));

        List<String> uids =
                env.getStreamGraph().getStreamNodes().stream()
                        .map(StreamNode::getTransformationUID)
                        .toList();

        assertThat(uids).isNotEmpty().doesNotContainNull();
        assertThat(uids).containsExactlyInAnyOrderElementsOf(listed(name));
    }

    /** Lines of the job and a uid. */
    private static List<String> listed(String job) throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith(job + " "))
                .map(line -> line.substring(job.length() + 1))
                .toList();
    }

    private List<String> arguments(String name) throws IOException {
        List<String> all = new ArrayList<>(List.of("--kafka.bootstrap-servers", "localhost:9092"));
        all.addAll(
                switch (name) {
                    case "ingest" ->
                            List.of(
                                    "--mqtt.host", "localhost",
                                    "--mqtt.group", "fuel",
                                    "--mqtt.topic-filters", "mine/v1/#",
                                    "--sparkplug.site", "mine");
                    case "cabs" -> List.of("--mqtt.host", "localhost");
                    case "archive" -> List.of("--lake.path", folder.resolve("lake").toString());
                    default -> tables();
                });
        if (name.equals("fuel")) {
            all.addAll(
                    List.of(
                            "--ledger.baseline",
                            "andes=2026-01-05T00:00:00Z/2026-01-19T00:00:00Z"));
        }
        return all;
    }

    private List<String> tables() throws IOException {
        Path password = Files.writeString(folder.resolve("sql"), "secret\n");
        return List.of(
                "--mines.folder", "../../deploy/local/mines",
                "--registry.path", "../../models/registry",
                "--sql.url", "jdbc:sqlserver://localhost;databaseName=mine",
                "--sql.user", "fuel",
                "--sql.password-file", password.toString());
    }
}
