package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.training.ModelRecipe;
import io.fueloptimine.models.training.ModelTrainer;
import io.fueloptimine.models.training.WindowTable;
import io.fueloptimine.models.training.boost.BoostSettings;
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
    private static final Duration SPAN = Duration.ofHours(4);
    private static final String NAME = ModelRegistry.FUEL_WINDOW;
    private static final String CYCLES = ModelRegistry.FUEL_CYCLE;

    @TempDir Path root;

    @Test
    void trainsRegistersAndPromotesThenFilesARepeatWithoutPromotingIt() throws IOException {
        List<String> steps = new ArrayList<>();
        TrainingJob job = new TrainingJob((step, percent) -> steps.add(step));
        ModelRegistry registry = new ModelRegistry(root);
        registry.promote(NAME, registry.register(UnevaluatedModel.of(bluntModel())));

        TrainingResult first = job.run(request()).get(0);
        TrainingResult second = job.run(request()).get(0);

        assertThat(steps).contains("Simulating the mine's history");
        assertThat(first.promotion().approved()).as(first.promotion().reason()).isTrue();
        assertThat(first.evaluation().ofModel().metrics().rmseL())
                .isLessThan(first.evaluation().evaluations().get("mean").metrics().rmseL());
        assertThat(second.promotion().approved()).isFalse();
        assertThat(second.promotion().reason()).contains("not significantly beyond the margin");
        for (String file : List.of("model.json", "p10.json", "p90.json", "report.html")) {
            assertThat(Files.readAllBytes(filed(3, file)))
                    .isEqualTo(Files.readAllBytes(filed(2, file)));
        }
        assertThat(registry.champion(NAME).map(FuelModel::version)).contains("2");
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
        assertThat(again.promotion().approved()).isFalse();
    }

    /** Four hours are enough to see that both models err less than physics. */
    @Test
    void holdsWhatHasNoChampionOfItsFeaturesAgainstPhysics() throws IOException {
        ModelRegistry registry = new ModelRegistry(root);
        registry.promote(CYCLES, registry.register(ShippedWindowModel.named(CYCLES)));

        List<TrainingResult> results = new TrainingJob(TrainingProgress.SILENT).run(request());

        assertThat(results.get(0).promotion().reason())
                .startsWith("there was no champion, so it was compared with physics: ")
                .contains("of 26 machines", ", beyond the margin");
        assertThat(registry.championVersion(NAME)).hasValue(1);
        assertThat(results.get(1).promotion().reason())
                .startsWith("the champion has other features, so it was compared with physics: ")
                .contains("of 26 machines", ", beyond the margin");
        assertThat(registry.latestVersion(CYCLES)).isEqualTo(2);
        assertThat(registry.championVersion(CYCLES)).hasValue(2);
    }

    @Test
    void registersNothingWhereAChampionCannotBeRead() throws IOException {
        ModelRegistry registry = new ModelRegistry(root);
        registry.promote(CYCLES, registry.register(ShippedWindowModel.named(CYCLES)));
        Files.writeString(root.resolve("models/fuel-cycle/version-1/model.json"), "{");

        assertThatThrownBy(() -> new TrainingJob(TrainingProgress.SILENT).run(request()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("model.json");

        assertThat(registry.names()).containsExactly(CYCLES);
        assertThat(registry.versions(CYCLES)).containsExactly(1);
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
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no.yaml");

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void refusesAHistoryTooShortToSayAnything() {
        assertThatThrownBy(() -> new HistorySource.Simulated(Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least four hours");
    }

    /** A model of windows that is easy to beat. */
    private static ModelDraft bluntModel() {
        MineSite mine = MineSiteFile.read(ANDES);
        MachineClasses classes = MachineClasses.of(mine);
        MineHistory history = SimulatedHistory.of(mine, 7, SPAN, TrainingProgress.SILENT);
        ModelRecipe recipe = ModelRecipe.windows(7).with(new BoostSettings(7, 3, 2, 0.2, 5));
        return new ModelTrainer(recipe)
                .train(WindowTable.of(history.windows(), classes), classes, "a blunt model")
                .draft();
    }

    private TrainingRequest request() {
        return new TrainingRequest(ANDES, root, 7, new HistorySource.Simulated(SPAN));
    }

    private Path filed(int version, String file) {
        return root.resolve("models").resolve(NAME).resolve("version-" + version).resolve(file);
    }
}
