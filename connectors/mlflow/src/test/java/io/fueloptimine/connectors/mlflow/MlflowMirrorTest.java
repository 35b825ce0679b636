package io.fueloptimine.connectors.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mlflow.FakeMlflow.Behaviour;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MlflowMirrorTest {

    private static final String NAME = SingleLeafModels.NAME;
    private static final Instant REGISTERED = Instant.parse("2026-01-05T08:00:00Z");
    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path root;
    private FakeMlflow mlflow;
    private ModelRegistry registry;

    @BeforeEach
    void start() throws IOException {
        mlflow = new FakeMlflow();
        registry =
                new ModelRegistry(
                        root, MachineClasses.NONE, Clock.fixed(REGISTERED, ZoneOffset.UTC));
        registry.register(SingleLeafModels.of(2_900, 0));
    }

    @AfterEach
    void stop() {
        mlflow.close();
    }

    @Test
    void aVersionBecomesARunWithMetricsParametersAndTags() {
        assertThat(mirror()).isEqualTo(new MirrorOutcome(1, Optional.empty()));

        var run = mlflow.runs.get("run-1");
        assertThat(run.path("experiment_id").asText()).isEqualTo("7");
        assertThat(run.path("run_name").asText()).isEqualTo("fuel-cycle version 1");
        assertThat(run.path("start_time").asLong()).isEqualTo(REGISTERED.toEpochMilli());
        assertThat(run.path("end").path("status").asText()).isEqualTo("FINISHED");
        assertThat(mlflow.metricsOf("run-1"))
                .containsEntry("model.r2", 0.5)
                .containsEntry("model.r2.low", 0.4)
                .containsEntry("model.r2.high", 0.6)
                .containsEntry("model.rows", 425.0)
                .containsEntry("mean.maeL", 3.0)
                .doesNotContainKey("model.mapePct");
        assertThat(FakeMlflow.texts(run.path("params")))
                .containsEntry("max_depth", "0")
                .containsEntry("model.json.trees", "1");
        assertThat(FakeMlflow.texts(run.path("tags")))
                .containsEntry("fueloptimine.semanticVersion", "1.1.0")
                .containsEntry("fueloptimine.data.fingerprint", "00ff")
                .containsEntry("fueloptimine.features", "hours");
    }

    @Test
    void theRunBecomesAVersionOfTheRegisteredModel() {
        mirror();

        assertThat(mlflow.versions).hasSize(1);
        var version = mlflow.versions.get(0);
        assertThat(version.path("name").asText()).isEqualTo(NAME);
        assertThat(version.path("run_id").asText()).isEqualTo("run-1");
        assertThat(version.path("source").asText())
                .isEqualTo("mlflow-artifacts:/7/run-1/artifacts");
        assertThat(FakeMlflow.texts(version.path("tags")))
                .containsEntry("fueloptimine.version", "1");
    }

    @Test
    void aBrokenVersionDoesNotPreventTheOthers() throws Exception {
        Files.writeString(root.resolve("models/" + NAME + "/version-1/metadata.json"), "not JSON");
        registry.register(SingleLeafModels.of(3_000, 0));

        MirrorOutcome outcome = mirror();

        assertThat(outcome.added()).isEqualTo(1);
        assertThat(outcome.warning().orElseThrow()).contains("version-1", "metadata.json");
    }

    @Test
    void aRepeatChangesNothing() {
        mirror();
        int calls = mlflow.calls.size();

        assertThat(mirror()).isEqualTo(new MirrorOutcome(0, Optional.empty()));

        assertThat(mlflow.calls.subList(calls, mlflow.calls.size()))
                .containsExactly("GET registered-models/get", "GET model-versions/search");
        assertThat(mlflow.runs).hasSize(1);
    }

    @Test
    void aliasesAreMovedAndRemovedLikeOurs() {
        registry.register(SingleLeafModels.of(3_000, 0));
        registry.promote(NAME, 1);
        registry.promote(NAME, Alias.CHALLENGER, 2);
        mirror();
        assertThat(mlflow.aliases).containsEntry("champion", "1").containsEntry("challenger", "2");

        registry.promote(NAME, 2);
        mirror();
        assertThat(mlflow.aliases).containsOnlyKeys("champion").containsEntry("champion", "2");

        registry.rollback(NAME);
        mirror();
        assertThat(mlflow.aliases).containsEntry("champion", "1");
    }

    @Test
    void missingVersionsAreAddedWhateverNumbersMlflowAssigns() {
        mirror();
        mlflow.behaves(Behaviour.ERROR_500);
        for (int litres = 1; litres <= 4; litres++) {
            registry.register(SingleLeafModels.of(litres, 0));
            assertThat(mirror().warning()).isPresent();
        }
        registry.promote(NAME, 4);
        mlflow.behaves(Behaviour.NORMAL);
        mlflow.versions.add(0, mlflow.versions.get(0).deepCopy().put("version", "foreign"));
        mlflow.versions.get(0).putArray("tags");

        assertThat(mirror()).isEqualTo(new MirrorOutcome(4, Optional.empty()));
        assertThat(mlflow.versions).hasSize(6);
        assertThat(mlflow.aliases).containsEntry("champion", "5");
        assertThat(mirror().added()).isZero();
    }

    @Test
    void aRepeatedTrainingIsASeparateVersion() {
        registry.register(SingleLeafModels.of(2_900, 0));

        assertThat(mirror().added()).isEqualTo(2);
    }

    @Test
    void manyAndLongParametersAreSentWithinMlflowsLimits() {
        registry.register(SingleLeafModels.of(1, 150));

        mirror();

        assertThat(mlflow.runs.get("run-2").path("params")).hasSize(152);
        assertThat(FakeMlflow.texts(mlflow.runs.get("run-2").path("params")).get("p7"))
                .hasSize(500);
        assertThat(mlflow.calls).filteredOn("POST runs/log-batch"::equals).hasSize(2 + 3);
    }

    @ParameterizedTest
    @CsvSource({"ERROR_500, answers 500 INTERNAL_ERROR", "NOT_JSON, answers 404 without JSON"})
    void anErrorAnswerIsAWarning(Behaviour behaviour, String warning) {
        mlflow.behaves(behaviour);

        MirrorOutcome outcome = mirror();

        assertThat(outcome.added()).isZero();
        assertThat(outcome.warning()).get().asString().contains(warning);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "INCOMPLETE"})
    @Timeout(30)
    void aHangingServerIsAWarningAfterTheTimeout(Behaviour behaviour) {
        mlflow.behaves(behaviour);

        assertThat(mirror(SHORT).warning()).contains("not done within 300 ms");
    }

    @Test
    void anUnreachableServerIsAWarning() {
        String url = mlflow.url();
        mlflow.close();

        MirrorOutcome outcome =
                new MlflowMirror(MlflowSettings.of(url, Optional.empty()), LATER)
                        .mirror(registry, NAME);

        assertThat(outcome.warning()).get().asString().contains("ConnectException");
    }

    @Test
    void theTokenIsReadEachTimeAndNeverPrinted() throws IOException {
        Path file = root.resolve("token");
        Files.writeString(file, "first-secret\n");
        MlflowMirror guarded =
                new MlflowMirror(MlflowSettings.of(mlflow.url(), Optional.of(file)), LATER);

        guarded.mirror(registry, NAME);
        assertThat(mlflow.authorizations).containsOnly("Bearer first-secret");
        mlflow.authorizations.clear();
        Files.writeString(file, "second-secret");
        guarded.mirror(registry, NAME);
        assertThat(mlflow.authorizations).containsOnly("Bearer second-secret");

        Files.writeString(file, "two words\nof a secret");
        assertThat(guarded.mirror(registry, NAME).warning())
                .get()
                .asString()
                .contains("expected one word")
                .doesNotContain("secret");
        Files.delete(file);
        assertThat(guarded.mirror(registry, NAME).warning())
                .get()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void anUnreadableVersionIsAWarning() throws IOException {
        Files.writeString(root.resolve("models/fuel-cycle/version-1/metadata.json"), "{");

        assertThat(mirror().warning()).get().asString().contains("metadata.json");
    }

    private MirrorOutcome mirror() {
        return mirror(LONG);
    }

    private MirrorOutcome mirror(Duration timeout) {
        MlflowSettings settings =
                new MlflowSettings(URI.create(mlflow.url()), Optional.empty(), timeout);
        return new MlflowMirror(settings, LATER).mirror(registry, NAME);
    }
}
