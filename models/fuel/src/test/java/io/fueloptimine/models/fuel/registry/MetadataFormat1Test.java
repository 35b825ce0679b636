package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.Windows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The registry of the first release lies in the resources as it was written, but a smaller model.
 */
class MetadataFormat1Test {

    private final ModelRegistry registry =
            new ModelRegistry(Path.of("src/test/resources/first-release"));

    @Test
    void modelsInThisFormatStillScore() {
        assertThat(registry.champion("fuel-window").orElseThrow().score(Windows.idling("930E")))
                .satisfies(
                        score -> {
                            assertThat(score.modelVersion()).isEqualTo("1");
                            assertThat(score.expectedL()).isEqualTo(1.2f + 0.5f + 0.1f);
                        });
    }

    @Test
    void metadataInThisFormatIsRead() {
        ModelMetadata metadata = registry.metadata("fuel-window", 1);

        assertThat(metadata.schema()).isEqualTo(FeatureSchema.FUEL_WINDOW_1);
        assertThat(metadata.semanticVersion()).isEqualTo("1.1.0");
        assertThat(metadata.seed()).isEqualTo(7);
        assertThat(metadata.parameters()).hasSize(10).containsEntry("max_depth", "6");
        assertThat(metadata.classes().truck("930E").ratedPowerKw()).isEqualTo(2_610);
        assertThat(metadata.data().rows()).isEqualTo(74_880);
        assertThat(metadata.data().machines()).isEqualTo(26);
        assertThat(metadata.data().first()).isNull();
        assertThat(metadata.data().snapshot()).isNull();
        assertThat(metadata.trees()).isEqualTo(2);
        assertThat(metadata.parity()).isEqualTo(new ParityProof(22_464, List.of("model.json")));
        assertThat(metadata.calibration()).isEqualTo(IntervalCalibration.NONE);
        assertThat(metadata.histograms()).isEmpty();
        assertThat(metadata.metrics()).containsOnlyKeys("mean", "model", "physics");
        assertThat(metadata.ownMetrics().rows()).isEqualTo(4_320);
        assertThat(metadata.ownMetrics().r2()).isEqualTo(0.9949778526660787);
        assertThat(metadata.ownMetrics().figure(ModelMetrics.COVERAGE_PCT)).isNaN();
    }

    @Test
    void missingFieldsAreNamed() {
        assertThatThrownBy(() -> MetadataJson.read("{\"name\": \"a\"}", "old.json"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("old.json")
                .hasMessageContaining("version is missing, expected a whole number");
    }
}
