package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.training.evaluation.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefuelTrainingTest {

    @TempDir Path folder;

    private RefuelTraining training;

    @BeforeEach
    void aMapping() throws IOException {
        Path mapping = Files.writeString(folder.resolve("hill.yaml"), MadeUpFleet.MAPPING);
        training = new RefuelTraining(FleetMappingFile.read(mapping));
    }

    @Test
    void learnsFromAFleetsFilesWhatWorkCosts() throws IOException {
        RefuelResult result = training.train(MadeUpFleet.of(10, 1).write(folder.resolve("a")));

        assertThat(result.data().trucks()).isEqualTo(10);
        assertThat(result.data().intervals()).isEqualTo(10 * MadeUpFleet.INTERVALS);
        assertThat(result.data().withLift()).isEqualTo(result.data().cycles());
        assertThat(result.data().report().byRule()).isEmpty();
        assertThat(own(result).r2()).isGreaterThan(0.9);
        assertThat(own(result).mapePct()).isLessThan(3);
    }

    @Test
    void judgesOnAnotherFoldersRefuellings() throws IOException {
        Path known = MadeUpFleet.of(10, 1).write(folder.resolve("a"));
        Path other = MadeUpFleet.of(4, 2).write(folder.resolve("b"));

        RefuelResult result = training.evaluate(other, known);

        assertThat(result.data().trucks()).isEqualTo(4);
        assertThat(own(result).rows()).isEqualTo(4 * MadeUpFleet.INTERVALS);
        assertThat(own(result).r2()).isGreaterThan(0.9);
        assertThat(own(result).biasL()).isEqualTo(0, within(30.0));
    }

    @Test
    void ignoresAClimbThatOnlyOneFolderContains() throws IOException {
        Path known = MadeUpFleet.of(10, 1).write(folder.resolve("a"));
        Path other = MadeUpFleet.of(10, 2).write(folder.resolve("b"));
        Files.delete(other.resolve("places.csv"));

        RefuelResult result = training.evaluate(other, known);

        assertThat(result.data().withLift()).isZero();
        assertThat(result.model().litresPerUnit().get(WorkItem.CLIMB_KTKM)).isZero();
        assertThat(own(result).biasL()).isEqualTo(0, within(60.0));
    }

    @Test
    void namesTheFolderThatHoldsTooLittle() throws IOException {
        Path few = MadeUpFleet.of(3, 1).write(folder.resolve("few"));
        Path enough = MadeUpFleet.of(10, 1).write(folder.resolve("enough"));
        Path none = MadeUpFleet.of(0, 1).write(folder.resolve("none"));

        assertThatThrownBy(() -> training.train(few))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("few hold")
                .hasMessageContaining("expected at least");
        assertThatThrownBy(() -> training.evaluate(enough, few))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("few hold");
        assertThatThrownBy(() -> training.evaluate(none, enough))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none");
    }

    private static Metrics own(RefuelResult result) {
        return result.evaluations().get(0).evaluation().metrics();
    }
}
