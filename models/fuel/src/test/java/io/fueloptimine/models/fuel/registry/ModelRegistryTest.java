package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.FuelExpectation;
import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.Windows;
import io.fueloptimine.models.fuel.trees.SmallModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {

    private static final String NAME = "fuel-window";
    private static final FeatureSchema CYCLE = new FeatureSchema(3, List.of("hours", "tonnes"));

    @TempDir Path root;
    private ModelRegistry registry;

    @BeforeEach
    void open() {
        registry = new ModelRegistry(root);
    }

    @Test
    void storesTheEndOfTheComparison() {
        Instant end = Instant.parse("2026-01-05T09:00:00Z");
        ModelDraft draft = Drafts.windows();

        int plain = registry.register(draft);
        int compared =
                registry.register(
                        ModelDraft.of(draft.metadata().comparedUntil(end), draft.forests()));

        assertThat(registry.metadata(NAME, plain).data().comparedUntil()).isNull();
        assertThat(registry.metadata(NAME, plain).data().unseenFrom())
                .contains(Instant.parse("2026-01-05T08:02:00Z"));
        assertThat(registry.metadata(NAME, compared).data().unseenFrom()).contains(end);
    }

    @Test
    void registersWithoutPromoting() {
        assertThat(registry.names()).isEmpty();
        assertThat(registry.latestVersion(NAME)).isZero();

        registry.register(Drafts.windows());
        registry.register(Drafts.of("fuel-cycle", CYCLE));

        assertThat(registry.names()).containsExactly("fuel-cycle", NAME);
        assertThat(registry.versions(NAME)).containsExactly(1);
        assertThat(registry.champion(NAME)).isEmpty();
    }

    @Test
    void numbersVersionsInSequence() {
        for (int version = 1; version <= 11; version++) {
            assertThat(registry.register(Drafts.windows())).isEqualTo(version);
        }

        assertThat(registry.versions(NAME)).hasSize(11).isSorted();
        assertThat(registry.latestVersion(NAME)).isEqualTo(11);
    }

    @Test
    void storesTheMetadata() {
        ModelDraft draft = Drafts.whole();

        ModelMetadata metadata = registry.metadata(NAME, registry.register(draft));

        assertThat(metadata)
                .usingRecursiveComparison()
                .ignoringFields("version", "semanticVersion", "forests", "attachments")
                .isEqualTo(draft.metadata());
        assertThat(metadata.version()).isEqualTo(1);
        assertThat(metadata.semanticVersion()).isEqualTo("2.1.0");
        assertThat(metadata.trees()).isEqualTo(2);
        assertThat(metadata.forests()).containsOnlyKeys("model.json", "p10.json", "p90.json");
        assertThat(metadata.forests().get("model.json").sha256())
                .isEqualTo(Fingerprint.sha256(SmallModel.bytes()));
        assertThat(metadata.attachments())
                .containsEntry("report.md", Fingerprint.sha256(Drafts.text("# Report")))
                .containsOnlyKeys("pictures/residuals.svg", "report.md");
        assertThat(registry.files(NAME, 1))
                .containsEntry("pictures/residuals.svg", 6L)
                .containsKeys("metadata.json", "model.json", "p10.json", "p90.json", "report.md");
    }

    @Test
    void usesTheSchemaAsMajorVersion() {
        registry.register(Drafts.of("fuel-cycle", CYCLE));
        registry.register(Drafts.of("fuel-cycle", CYCLE));

        assertThat(registry.metadata("fuel-cycle", 2).semanticVersion()).isEqualTo("3.2.0");
    }

    @Test
    void writesTheSameFilesForTheSameModel() throws IOException {
        registry.register(Drafts.whole());
        Path other = root.resolve("other");
        new ModelRegistry(other).register(Drafts.whole());

        for (String file : registry.files(NAME, 1).keySet()) {
            assertThat(fileOf(1, file))
                    .hasSameBinaryContentAs(
                            other.resolve("models/fuel-window/version-1").resolve(file));
        }
    }

    @Test
    void scoresWindowsWithAnInterval() {
        registry.register(Drafts.whole());
        FuelModel model = registry.load(NAME, 1);

        FuelExpectation expectation = model.expect(Windows.of("930E", 0, 0, 0, 1, 30));

        double mean = 1.2f + 0.5f + 0.1f;
        assertThat(expectation.expectedL())
                .isEqualTo(model.expectedLitres(Windows.of("930E", 0, 0, 0, 1, 30)))
                .isCloseTo(mean / 2, within(1e-6));
        assertThat(expectation.lowL()).isCloseTo(mean / 2, within(1e-6));
        assertThat(expectation.highL())
                .isCloseTo((1.2 + 0.5 + 9.0 - 0.05 * mean) / 2, within(1e-6));
        assertThat(model.expect(Windows.idling("GRADER")).lowL()).isNaN();
    }

    @Test
    void predictsRowsOfAnyModel() {
        registry.register(Drafts.of("fuel-cycle", CYCLE));

        FuelForests forests = registry.model("fuel-cycle", 1).forests();

        assertThat(forests.featureNames()).isEqualTo(CYCLE.names());
        assertThat(forests.of(new float[] {120, 3_000}))
                .isEqualTo(FuelExpectation.of(1.2f + 2.5f + 0.1f));
        assertThatThrownBy(() -> registry.load("fuel-cycle", 1))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("[hours, tonnes]")
                .hasMessageContaining("payload_t");
    }

    @Test
    void rejectsABrokenModelAndRegistersNothing() throws IOException {
        ForestFiles broken = ForestFiles.of(Drafts.text("{"));
        ForestFiles foreign = ForestFiles.of(Drafts.text(SmallModel.json(List.of("speed"))));
        ForestFiles mixed =
                ForestFiles.of(
                        SmallModel.bytes(),
                        SmallModel.bytes(),
                        Drafts.text(SmallModel.json(List.of("speed"))));

        assertThatThrownBy(() -> registry.register(Drafts.windows(broken)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> registry.register(Drafts.windows(foreign)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("[speed]");
        assertThatThrownBy(() -> registry.register(Drafts.windows(mixed)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("p90.json")
                .hasMessageContaining("[speed]");

        assertThat(registry.latestVersion(NAME)).isZero();
        assertThat(registry.history(NAME)).isEmpty();
        try (Stream<Path> left = Files.list(root.resolve("models").resolve(NAME))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void namesTheFileAndTheFault() throws IOException {
        registry.register(Drafts.whole());
        Path model = fileOf(1, "model.json");
        Path low = fileOf(1, "p10.json");
        Path metadata = fileOf(1, "metadata.json");

        Files.delete(low);
        assertRejected(low, "does not exist");
        Files.writeString(model, SmallModel.json().replace("5E-1", "6E-1"));
        assertRejected(model, "SHA-256 differs");
        Files.delete(model);
        assertRejected(model, "does not exist");
        String text = Files.readString(metadata);
        Files.writeString(metadata, text.replace("\"p10.json\" : {", "\"p11.json\" : {"));
        assertRejected(metadata, "p11.json");
        Files.writeString(metadata, text.replace("\"format\" : 2", "\"format\" : 3"));
        assertRejected(metadata, "format is 3, this release reads up to 2");
        Files.writeString(metadata, "{\"format\": 2, \"name\": 3}");
        assertRejected(metadata, "version is missing, expected a whole number");
        Files.writeString(metadata, "[]");
        assertRejected(metadata, "expected a JSON object");
        Files.delete(metadata);
        assertRejected(metadata, "does not exist");
    }

    @Test
    void rejectsAFolderCopiedToAnotherNumber() throws IOException {
        registry.register(Drafts.windows());
        Files.createDirectories(fileOf(2, ""));
        Files.copy(fileOf(1, "model.json"), fileOf(2, "model.json"));
        Files.copy(fileOf(1, "metadata.json"), fileOf(2, "metadata.json"));

        assertThatThrownBy(() -> registry.load(NAME, 2))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("version-2 belongs to fuel-window version 1");
    }

    @Test
    void rejectsNamesAndPathsOutsideTheRegistry() {
        assertThatThrownBy(() -> registry.champion("../secrets"))
                .isInstanceOf(InvalidModelException.class);
        for (String path : List.of("../x", "/x", "a/../x", "a//b", "", ".lock", "model.json")) {
            assertThatThrownBy(() -> attached(path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("attachment '" + path + "'");
        }
    }

    private static ModelDraft attached(String path) {
        ModelDraft draft = Drafts.windows();
        return new ModelDraft(draft.metadata(), draft.forests(), Map.of(path, new byte[1]));
    }

    private void assertRejected(Path file, String fault) {
        assertThatThrownBy(() -> registry.load(NAME, 1))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(fault);
    }

    private Path fileOf(int version, String file) {
        return root.resolve("models").resolve(NAME).resolve("version-" + version).resolve(file);
    }
}
