package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.training.evaluation.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void reportsTheRowsOfBothFolders() throws IOException {
        Path known = MadeUpFleet.of(10, 1).write(folder.resolve("a"));
        Path other = MadeUpFleet.of(10, 2).write(folder.resolve("b"));
        appendRow(known, "12d");
        appendRow(other, "0x1p4");

        RefuelResult result = training.evaluate(other, known);

        assertThat(result.leftOut())
                .anyMatch(line -> line.startsWith(known.toString()) && line.contains("'12d'"))
                .anyMatch(line -> line.startsWith(other.toString()) && line.contains("'0x1p4'"));
    }

    @Test
    void showsTheRowsLeftOutWhenThereIsTooLittle() throws IOException {
        Path few = MadeUpFleet.of(3, 1).write(folder.resolve("few"));
        appendRow(few, "20f");

        assertThatThrownBy(() -> training.train(few))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected at least")
                .hasMessageContaining("Rows left out: 1")
                .hasMessageContaining("'20f'");
    }

    /** Repeats the last cycle with another payload. */
    private static void appendRow(Path fleet, String payload) throws IOException {
        Path file = fleet.resolve("cycles.csv");
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.get(0).split(","));
        String[] row = lines.get(lines.size() - 1).split(",", -1);
        row[columns.indexOf("tonnes")] = payload;
        Files.writeString(file, String.join("\n", lines) + "\n" + String.join(",", row) + "\n");
    }

    private static Metrics own(RefuelResult result) {
        return result.evaluations().get(0).evaluation().metrics();
    }
}
