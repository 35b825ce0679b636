package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.ProductionTarget;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreWindowsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final MineSite MINE =
            new MineSite(
                    "andes",
                    new ProductionTarget(1_000, 1_000),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    @TempDir Path root;

    @Test
    void scoresByPhysicsWhereTheRegistryHasNoChampion() throws Exception {
        try (var harness = harness()) {
            scoreOne(harness, 0);

            ScoredWindow score = harness.extractOutputValues().get(0);
            assertThat(score.modelName()).isEqualTo("physics");
            assertThat(score.expectedL()).isEqualTo(score.physicsL()).isPositive();
            assertThat(score.residualL()).isCloseTo(6.2 - score.expectedL(), within(1e-9));
        }
    }

    @Test
    void opensWithTheChampionAndNamesItsVersionOnEveryRow() throws Exception {
        register(4.5);
        try (var harness = harness()) {
            scoreOne(harness, 0);

            ScoredWindow score = harness.extractOutputValues().get(0);
            assertThat(score.modelName()).isEqualTo("fuel-window");
            assertThat(score.modelVersion()).isEqualTo("1");
            assertThat(score.expectedL()).isCloseTo(4.5, within(1e-6));
        }
    }

    @Test
    void changesOverWhenANewChampionIsAnnounced() throws Exception {
        register(4.5);
        try (var harness = harness()) {
            scoreOne(harness, 0);
            register(5.5);
            scoreOne(harness, 1);
            announce(harness, "fuel-window", 2);
            scoreOne(harness, 2);

            assertThat(harness.extractOutputValues())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "1", "2");
        }
    }

    @Test
    void keepsTheModelInUseWhenTheAnnouncedOneIsBroken() throws Exception {
        register(4.5);
        try (var harness = harness()) {
            register(5.5);
            Files.writeString(root.resolve("models/fuel-window/version-2/model.json"), "{}");
            announce(harness, "fuel-window", 2);
            Files.writeString(root.resolve("models/fuel-window/aliases/champion"), "soon");
            announce(harness, "fuel-window", 3);
            scoreOne(harness, 0);

            assertThat(harness.extractOutputValues())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1");
        }
    }

    @Test
    void startsWithPhysicsWhenTheChampionIsBroken() throws Exception {
        register(4.5);
        Files.writeString(root.resolve("models/fuel-window/version-1/model.json"), "{}");
        try (var harness = harness()) {
            scoreOne(harness, 0);

            assertThat(harness.extractOutputValues().get(0).modelName()).isEqualTo("physics");
        }
    }

    @Test
    void ignoresOtherModelsAndOldAnnouncements() throws Exception {
        register(4.5);
        register(5.5);
        try (var harness = harness()) {
            announce(harness, "fuel-window", 1);
            announce(harness, "notes", 7);
            scoreOne(harness, 0);

            assertThat(harness.extractOutputValues().get(0).modelVersion()).isEqualTo("2");
        }
    }

    private void register(double litresPerMinute) {
        ModelRegistry registry = new ModelRegistry(root);
        int version = registry.register(LeafModel.draft(litresPerMinute));
        registry.promote("fuel-window", version);
    }

    private KeyedBroadcastOperatorTestHarness<String, FuelWindow, ModelAnnouncement, ScoredWindow>
            harness() throws Exception {
        return ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
                new ScoreWindows(root, "fuel-window", MINE),
                FuelWindow::machineId,
                Types.STRING,
                ScoreWindows.ANNOUNCEMENTS);
    }

    private static void scoreOne(
            KeyedBroadcastOperatorTestHarness<String, FuelWindow, ModelAnnouncement, ScoredWindow>
                    harness,
            int minute)
            throws Exception {
        FuelWindow window = Scores.window("T01", START.plusSeconds(60L * minute), 0, 6.2);
        harness.processElement(window, window.end().toEpochMilli() - 1);
    }

    private static void announce(
            KeyedBroadcastOperatorTestHarness<String, FuelWindow, ModelAnnouncement, ScoredWindow>
                    harness,
            String name,
            int version)
            throws Exception {
        harness.processBroadcastElement(new ModelAnnouncement(name, version, START), 0);
    }
}
