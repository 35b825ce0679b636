package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.parquet.LakeCycles;
import io.fueloptimine.connectors.parquet.LakeWindows;
import io.fueloptimine.connectors.parquet.ParquetLake;
import io.fueloptimine.connectors.parquet.files.CompactionResult;
import io.fueloptimine.connectors.parquet.files.CompactionSettings;
import io.fueloptimine.connectors.parquet.files.LakeCompaction;
import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the archive job wrote can be learnt from. */
@Timeout(300)
class LakeTrainingITCase {

    private static final Path ANDES = Path.of("../../deploy/local/mines/andes.yaml");
    private static final Duration SPAN = Duration.ofHours(4);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    @TempDir Path lake;
    @TempDir Path registry;

    @Test
    void learnsFromALakeWhatItWouldFromTheHistoryThatWentIntoIt() throws Exception {
        MineSite mine = MineSiteFile.read(ANDES);
        MineHistory history = SimulatedHistory.of(mine, 7, SPAN, TrainingProgress.SILENT);
        archive(history);

        assertThat(
                        new LakeWindows(
                                        lake,
                                        mine.site(),
                                        EquipmentKind.HAULTRUCK,
                                        SPAN.multipliedBy(2))
                                .newest())
                .containsExactlyInAnyOrderElementsOf(history.windows());
        assertThat(new LakeCycles(lake, mine.site(), SPAN.multipliedBy(2)).newest())
                .containsExactlyInAnyOrderElementsOf(history.cycles());
        List<TrainingResult> results = new TrainingJob(TrainingProgress.SILENT).run(request());

        assertThat(results)
                .hasSize(2)
                .allMatch(
                        result -> result.promotion().reason().startsWith("there was no champion"));
        assertThat(results.get(0).metadata().data().source())
                .startsWith("lake of site andes, " + history.windows().size() + " windows");
        assertThat(results.get(0).evaluation().ofModel().metrics().r2()).isGreaterThan(0.9);
    }

    @Test
    void saysThatALakeHoldsNothingOfTheMine() {
        assertThatThrownBy(() -> new TrainingJob(TrainingProgress.SILENT).run(request()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no windows of haul trucks of site andes");
        assertThat(registry).isEmptyDirectory();
    }

    @Test
    void aTrainingOnItsSnapshotGivesTheSameBytesAfterMoreDataAndCompaction(@TempDir Path again)
            throws Exception {
        MineSite mine = MineSiteFile.read(ANDES);
        archive(SimulatedHistory.of(mine, 7, SPAN, TrainingProgress.SILENT));
        TrainingResult first = new TrainingJob(TrainingProgress.SILENT).run(request()).get(0);
        String snapshot = first.metadata().data().snapshot();

        archive(SimulatedHistory.of(mine, 8, SPAN.plusHours(2), TrainingProgress.SILENT));
        CompactionResult compaction =
                new LakeCompaction(new LakeLayout(lake), CompactionSettings.DEFAULT)
                        .run(Instant.now().plus(Duration.ofDays(2)));
        train(again, new HistorySource.Snapshot(lake, snapshot));

        assertThat(compaction.compacted()).isNotEmpty();
        assertThat(files(again)).isEqualTo(files(registry));
        assertThat(newestEnd(lake)).isAfter(first.metadata().data().last());
    }

    private static Instant newestEnd(Path lake) throws Exception {
        List<FuelWindow> windows =
                new LakeWindows(lake, "andes", EquipmentKind.HAULTRUCK, SPAN).newest();
        return windows.get(windows.size() - 1).end();
    }

    private static void train(Path registry, HistorySource history) {
        new TrainingJob(TrainingProgress.SILENT)
                .run(new TrainingRequest(ANDES, registry, 7, history));
    }

    /** The content of the models' versions by path, in hexadecimal. */
    private static Map<String, String> files(Path registry) throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(registry)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String path = registry.relativize(file).toString();
                // The history of aliases holds the times of the promotions.
                if (path.matches("models/[^/]+/version-\\d+/.*")) {
                    files.put(path, HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(4);
        return files;
    }

    private TrainingRequest request() {
        return new TrainingRequest(ANDES, registry, 7, new HistorySource.Lake(lake, SPAN));
    }

    private void archive(MineHistory history) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(1);
        env.fromData(
                        ScoredWindow.class,
                        history.windows().stream()
                                .map(
                                        window ->
                                                new ScoredWindow(
                                                        window, 6, 0.5, 6.1, "fuel-window", "1"))
                                .toArray(ScoredWindow[]::new))
                .uid("windows")
                .sinkTo(ParquetLake.windows(lake))
                .uid("windows-lake");
        env.fromData(HaulCycle.class, history.cycles().toArray(HaulCycle[]::new))
                .uid("cycles")
                .sinkTo(ParquetLake.cycles(lake))
                .uid("cycles-lake");
        env.execute("archive");
    }
}
