package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.trees.SmallModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionsTest {

    private static final String NAME = "fuel-window";
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir Path root;
    private ModelRegistry registry;

    @BeforeEach
    void registerThree() {
        registry = new ModelRegistry(root, MachineClasses.NONE, Clock.fixed(NOW, ZoneOffset.UTC));
        registry.register(Drafts.windows());
        registry.register(Drafts.whole());
        registry.register(Drafts.windows());
    }

    @Test
    void promotesAndRollsBackStepByStep() {
        registry.promote(NAME, 1);
        registry.promote(NAME, 2);
        registry.promote(NAME, 3);

        assertThat(registry.champion(NAME).orElseThrow().version()).isEqualTo("3");
        assertThat(registry.rollback(NAME)).isEqualTo(2);
        assertThat(registry.champion(NAME).orElseThrow().version()).isEqualTo("2");
        assertThat(registry.rollback(NAME)).isEqualTo(1);
        assertThatThrownBy(() -> registry.rollback(NAME))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("no champion of fuel-window is known before version 1");
        assertThat(registry.championVersion(NAME)).hasValue(1);
    }

    @Test
    void promotesOnlyOverTheChampionOfTheComparison() {
        assertThat(registry.promoteOver(0, NAME, Alias.CHAMPION, 1)).isTrue();
        registry.promote(NAME, 2);
        registry.rollback(NAME);
        registry.promote(NAME, 2);

        assertThatThrownBy(() -> registry.promoteOver(1, NAME, Alias.CHAMPION, 3))
                .isInstanceOf(ChampionChangedException.class)
                .hasMessage(
                        "the champion of fuel-window has changed since the comparison, from version 1"
                                + " to version 2");
        assertThatThrownBy(() -> registry.promoteOver(0, NAME, Alias.CHALLENGER, 3))
                .isInstanceOf(ChampionChangedException.class)
                .hasMessageContaining("from none to version 2");

        assertThat(registry.championVersion(NAME)).hasValue(2);
        assertThat(registry.version(NAME, Alias.CHALLENGER)).isEmpty();
        assertThat(registry.promoteOver(2, NAME, Alias.CHALLENGER, 3)).isTrue();
    }

    @Test
    void undoesAMoveThatCannotBeRecorded() throws IOException {
        registry.promote(NAME, 1);
        Path history = root.resolve("history/fuel-window.jsonl");
        Path aside = root.resolve("aside.jsonl");
        Files.move(history, aside);
        Files.createDirectory(history);

        assertThatThrownBy(() -> registry.promote(NAME, 2))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot promote fuel-window version 2");
        assertThatThrownBy(() -> registry.promote(NAME, Alias.CHALLENGER, 3))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(registry.championVersion(NAME)).hasValue(1);
        assertThat(registry.version(NAME, Alias.CHALLENGER)).isEmpty();

        Files.delete(history);
        Files.move(aside, history);
        assertThat(registry.promote(NAME, 2)).isTrue();
        assertThat(registry.rollback(NAME)).isEqualTo(1);
    }

    @Test
    void rollsBackAPromotionAfterARollback() {
        registry.promote(NAME, 1);
        registry.promote(NAME, 2);
        registry.rollback(NAME);
        registry.promote(NAME, 3);

        assertThat(registry.rollback(NAME)).isEqualTo(1);
    }

    @Test
    void rollsBackToAChampionWithoutHistory() throws IOException {
        point("champion", 1);
        registry.promote(NAME, 2);

        assertThat(registry.rollback(NAME)).isEqualTo(1);
    }

    @Test
    void rollsBackAPromotionThatWasNotRecorded() throws IOException {
        registry.promote(NAME, 1);
        registry.promote(NAME, 2);
        point("champion", 3);

        assertThat(registry.rollback(NAME)).isEqualTo(2);
        assertThat(registry.rollback(NAME)).isEqualTo(1);
    }

    @Test
    void cannotRollBackWithoutAnEarlierChampion() {
        assertThatThrownBy(() -> registry.rollback(NAME))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("fuel-window has no champion to roll back");
    }

    @Test
    void recordsTheHistory() {
        registry.promote(NAME, 1);
        registry.promote(NAME, Alias.CHALLENGER, 2);
        registry.promote(NAME, 2);
        registry.rollback(NAME);

        assertThat(registry.history(NAME))
                .containsExactly(
                        RegistryEvent.registered(NOW, 1),
                        RegistryEvent.registered(NOW, 2),
                        RegistryEvent.registered(NOW, 3),
                        RegistryEvent.promoted(NOW, Alias.CHAMPION, 1, 0),
                        RegistryEvent.promoted(NOW, Alias.CHALLENGER, 2, 0),
                        RegistryEvent.promoted(NOW, Alias.CHAMPION, 2, 1),
                        RegistryEvent.rolledBack(NOW, 1, 2));
    }

    @Test
    void ignoresAnIncompleteLineAndRollsBackOnlyIfEveryEventIsReadable() throws IOException {
        registry.promote(NAME, 1);
        registry.promote(NAME, 2);
        append("{\"at\":\"2026-01-05T0");

        assertThat(registry.rollback(NAME)).isEqualTo(1);
        assertThat(registry.history(NAME)).hasSize(6);

        append("promoted 3\n");
        assertThat(registry.history(NAME)).hasSize(6);
        assertThatThrownBy(() -> registry.rollback(NAME))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(historyFile() + ", line 7");
    }

    @Test
    void doesNothingWhenTheAliasIsAlreadySet() {
        assertThat(registry.promote(NAME, 1)).isTrue();
        assertThat(registry.promote(NAME, 1)).isFalse();

        assertThat(registry.history(NAME)).hasSize(4);
    }

    @Test
    void removesTheChallengerAliasWhenItBecomesChampion() {
        registry.promote(NAME, 1);
        registry.promote(NAME, Alias.CHALLENGER, 2);

        assertThat(registry.championVersion(NAME)).hasValue(1);
        assertThat(registry.version(NAME, Alias.CHALLENGER)).hasValue(2);
        assertThatThrownBy(() -> registry.promote(NAME, Alias.CHALLENGER, 1))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("version 1 is the champion");

        registry.promote(NAME, 2);

        assertThat(registry.championVersion(NAME)).hasValue(2);
        assertThat(registry.version(NAME, Alias.CHALLENGER)).isEmpty();
    }

    @Test
    void rejectsAVersionWithoutAParityProofForEachForest() {
        ForestFiles forests =
                ForestFiles.of(SmallModel.bytes(), SmallModel.bytes(), SmallModel.bytes());
        registry.register(Drafts.proven(ParityProof.NONE, forests));
        registry.register(
                Drafts.proven(new ParityProof(9, List.of("model.json", "p10.json")), forests));
        registry.register(
                Drafts.proven(
                        new ParityProof(0, List.of("model.json", "p10.json", "p90.json")),
                        forests));

        for (int version = 4; version <= 6; version++) {
            assertRejected(version, "version " + version + " is proven");
        }
    }

    @Test
    void rejectsAChampionThatDoesNotBeatABaselineOnItsOwnTest() {
        registry.register(Drafts.evaluated(Map.of("model", mae(2.1), "linear", mae(2.0))));
        registry.register(Drafts.evaluated(Map.of("model", mae(2.0), "physics", mae(2.0))));

        assertRejected(
                4,
                "version 4 cannot become champion: its MAE on its own test is 2.1000 L, not below"
                        + " the 2.0000 L of the baseline linear");
        assertRejected(5, "not below the 2.0000 L of the baseline physics");
        assertThat(registry.promote(NAME, Alias.CHALLENGER, 4)).isTrue();
    }

    @Test
    void promotesAVersionThatBeatsTheBaselinesOnItsOwnTest() {
        ModelMetrics otherRows = new ModelMetrics(7, 0.1, 1, 1, 1, 1);
        registry.register(
                Drafts.evaluated(
                        Map.of(
                                "model", mae(1.9),
                                "model-unseen-machines", mae(1.8),
                                "mean", mae(2.0),
                                "elsewhere", otherRows)));

        assertThat(registry.promote(NAME, 4)).isTrue();
    }

    private static ModelMetrics mae(double litres) {
        return new ModelMetrics(100, litres, 3, 0.9, 5, 0);
    }

    @Test
    void rejectsAVersionWithChangedFiles() throws IOException {
        registry.register(Drafts.whole());
        Path report = fileOf(4, "report.md");
        Files.writeString(report, "better than it was");
        assertRejected(4, report + " differs from the registered file");
        Files.delete(report);
        assertRejected(4, report + " does not exist");
        Files.writeString(fileOf(4, "p90.json"), "{", StandardOpenOption.APPEND);
        assertRejected(4, fileOf(4, "p90.json") + " differs from the registered file");
        Files.writeString(fileOf(4, "model.json"), "{");
        assertRejected(4, fileOf(4, "model.json").toString());
        assertRejected(5, "no version 5");
    }

    @Test
    void rejectsAWindowModelWithAnotherSchema() {
        registry.register(Drafts.of(NAME, new FeatureSchema(3, FeatureSchema.FUEL_WINDOW.names())));
        assertRejected(4, "feature schema");

        registry.register(Drafts.of("fuel-cycle", new FeatureSchema(2, List.of("hours"))));
        assertThat(registry.promote("fuel-cycle", 1)).isTrue();
    }

    @Test
    void keepsTheChampionWhenTheEarlierOneIsBroken() throws IOException {
        registry.promote(NAME, 1);
        registry.promote(NAME, 2);
        Files.delete(fileOf(1, "model.json"));

        assertThatThrownBy(() -> registry.rollback(NAME))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("does not exist");
        assertThat(registry.championVersion(NAME)).hasValue(2);
    }

    @Test
    void namesAnInvalidAliasFile() throws IOException {
        Files.createDirectories(aliasFile("champion").getParent());
        Files.writeString(aliasFile("champion"), "latest");

        assertThatThrownBy(() -> registry.champion(NAME))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(aliasFile("champion").toString())
                .hasMessageContaining("'latest'");
    }

    @Test
    void movesTheAliasAtomically() throws InterruptedException {
        registry.promote(NAME, 1);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Thread reader =
                new Thread(
                        () -> {
                            for (int i = 0; i < 150; i++) {
                                seen.add(registry.champion(NAME).orElseThrow().version());
                            }
                        });
        reader.setUncaughtExceptionHandler((thread, fault) -> seen.add(fault.toString()));

        reader.start();
        for (int i = 0; i < 60; i++) {
            registry.promote(NAME, 1 + i % 2);
        }
        reader.join();

        assertThat(seen).isSubsetOf("1", "2");
    }

    private void assertRejected(int version, String fault) {
        assertThatThrownBy(() -> registry.promote(NAME, version))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(fault);
        assertThat(registry.championVersion(NAME)).isEmpty();
    }

    private void point(String alias, int version) throws IOException {
        Files.createDirectories(aliasFile(alias).getParent());
        Files.writeString(aliasFile(alias), version + "\n");
    }

    private void append(String text) throws IOException {
        Files.writeString(historyFile(), text, StandardOpenOption.APPEND);
    }

    private Path historyFile() {
        return root.resolve("history/fuel-window.jsonl");
    }

    private Path aliasFile(String alias) {
        return root.resolve("models/fuel-window/aliases").resolve(alias);
    }

    private Path fileOf(int version, String file) {
        return root.resolve("models/fuel-window/version-" + version).resolve(file);
    }
}
