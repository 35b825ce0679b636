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

        TrainingResult first = job.run(request()).get(0);
        TrainingResult second = job.run(request()).get(0);

        assertThat(steps).contains("Simulating the mine's history");
        assertThat(first.promotion().deserved()).isTrue();
        assertThat(first.verdict().ofModel().metrics().rmseL())
                .isLessThan(first.verdict().worth().get("mean").metrics().rmseL());
        assertThat(second.promotion().deserved()).isFalse();
        assertThat(second.promotion().reason()).contains("not surely beyond the margin");
        for (String file : List.of("model.json", "p10.json", "p90.json", "report.html")) {
            assertThat(Files.readAllBytes(filed(2, file)))
                    .isEqualTo(Files.readAllBytes(filed(1, file)));
        }
        assertThat(new ModelRegistry(root).champion(NAME).map(FuelModel::version)).contains("1");
    }

    @Test
    void searchesSettingsOnceAndTakesThemFromTheJournalThenOn() throws IOException {
        TrainingRequest request = request().searching(3);
        List<String> steps = new ArrayList<>();

        new TrainingJob(TrainingProgress.SILENT).run(request);
        String journal = Files.readString(request.journal(NAME));
        TrainingResult again =
                new TrainingJob((step, percent) -> steps.add(step)).run(request).get(0);

        assertThat(journal.lines()).hasSize(4);
        assertThat(Files.readString(request.journal(NAME))).isEqualTo(journal);
        assertThat(steps).noneMatch(step -> step.startsWith("Searching"));
        assertThat(again.promotion().deserved()).isFalse();
    }

    @Test
    void namesAMineFileThatIsNotThereAndRegistersNothing() {
        TrainingRequest request =
                new TrainingRequest(
                        root.resolve("no.yaml"),
                        root,
                        7,
                        new HistorySource.Simulated(Duration.ofHours(4)));

        assertThatThrownBy(() -> new TrainingJob(TrainingProgress.SILENT).run(request))
                .isInstanceOf(InvalidMineSiteException.class)
                .hasMessageContaining("no.yaml");

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void refusesAHistoryTooShortToSayAnything() {
        assertThatThrownBy(() -> new HistorySource.Simulated(Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least four hours");
    }

    private TrainingRequest request() {
        return new TrainingRequest(
                ANDES, root, 7, new HistorySource.Simulated(Duration.ofHours(4)));
    }

    private Path filed(int version, String file) {
        return root.resolve("models").resolve(NAME).resolve("version-" + version).resolve(file);
    }
}
