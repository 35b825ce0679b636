package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.drift.distribution.DataDriftSettings;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.scoring.HistoryComparison;
import io.fueloptimine.models.fuel.scoring.ScoringModels.Numbered;
import io.fueloptimine.models.fuel.scoring.TrainingReferences;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A healthy simulated day against the training data of the shipped champion. */
class HealthyDaysTest {

    private static final Path MINE = Path.of("../../deploy/local/mines/andes.yaml");
    private static final long SEED = 101;
    private static final Path REGISTRY = Path.of("../../models/registry");

    /** Other trucks, operators and loads than in training: all differences are chance. */
    @Test
    void noFeatureDriftsOnAHealthyDay() {
        MineSite mine = MineSiteFile.read(MINE);
        ModelRegistry registry = new ModelRegistry(REGISTRY, MachineClasses.of(mine));
        int version = registry.championVersion(ModelRegistry.FUEL_WINDOW).orElseThrow();
        Numbered champion =
                new Numbered(
                        version,
                        registry.load(ModelRegistry.FUEL_WINDOW, version),
                        TrainingReferences.of(
                                registry.metadata(ModelRegistry.FUEL_WINDOW, version)));
        MineHistory day =
                SimulatedHistory.of(mine, SEED, Duration.ofHours(26), TrainingProgress.SILENT);

        List<DataDrift> rows =
                new HistoryComparison(champion, DataDriftSettings.DEFAULT).of(day.windows());

        assertThat(rows)
                .filteredOn(row -> row.status() == DataDriftStatus.STABLE)
                .hasSizeGreaterThanOrEqualTo(48);
        assertThat(rows).noneMatch(row -> row.status() == DataDriftStatus.DRIFTED);
    }
}
