package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.InvalidMineSiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingJobTest {

    private static final Path ANDES = Path.of("../../deploy/local/mines/andes.yaml");
    private static final String NAME = "fuel-window";

    @TempDir Path root;

    @Test
    void trainsRegistersAndPromotesThenFilesARepeatWithoutPromotingIt() throws IOException {
        List<String> steps = new ArrayList<>();
        TrainingJob job = new TrainingJob((step, percent) -> steps.add(step));

        TrainingResult first = job.run(request());
        TrainingResult second = job.run(request());

        assertThat(steps).contains("Simulating the mine's history");
        assertThat(first.promoted()).isTrue();
        assertThat(first.previousMetrics()).isNull();
        assertThat(first.metadata().metrics().get("model").rmseL())
                .isLessThan(first.metadata().metrics().get("mean").rmseL());
        assertThat(second.promoted()).isFalse();
        assertThat(second.previousChampion()).isEqualTo(1);
        assertThat(second.previousMetrics()).isEqualTo(first.metadata().metrics().get("model"));
        assertThat(Files.readAllBytes(modelOf(2))).isEqualTo(Files.readAllBytes(modelOf(1)));
        assertThat(new ModelRegistry(root).champion(NAME).map(FuelModel::version)).contains("1");
    }

    @Test
    void namesAMineFileThatIsNotThereAndRegistersNothing() {
        TrainingRequest request =
                new TrainingRequest(root.resolve("no.yaml"), root, 7, Duration.ofHours(1));

        assertThatThrownBy(() -> new TrainingJob(TrainingProgress.SILENT).run(request))
                .isInstanceOf(InvalidMineSiteException.class)
                .hasMessageContaining("no.yaml");

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void refusesAHistoryTooShortToSayAnything() {
        assertThatThrownBy(() -> new TrainingRequest(ANDES, root, 7, Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one hour");
    }

    private TrainingRequest request() {
        return new TrainingRequest(ANDES, root, 7, Duration.ofHours(2));
    }

    private Path modelOf(int version) {
        return root.resolve("models").resolve(NAME).resolve("version-" + version + "/model.json");
    }
}
