package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyJournalTest {

    private static final int TRIALS = 30;

    private static final RealParameter RATE = RealParameter.logUniform("rate", 1e-4, 1);
    private static final IntegerParameter DEPTH = IntegerParameter.uniform("depth", 1, 12);
    private static final CategoricalParameter KIND = CategoricalParameter.of("kind", "a", "b");
    private static final SearchSpace SPACE = SearchSpace.of(RATE, DEPTH, KIND);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheJournal() {
        file = folder.resolve("searches").resolve("fuel.jsonl");
    }

    @Test
    void goesOnAsIfItHadNeverStoppedWhereverItWasCut() throws IOException {
        List<Trial> trials = run(settings(7), TRIALS);
        byte[] uninterrupted = Files.readAllBytes(file);
        assertThat(trials)
                .extracting(Trial::state)
                .contains(TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAILED);

        for (int length = 0; length < uninterrupted.length; length += 257) {
            Files.write(file, Arrays.copyOf(uninterrupted, length));

            assertThat(run(settings(7), TRIALS)).isEqualTo(trials);
            assertThat(Files.readAllBytes(file)).isEqualTo(uninterrupted);
        }
    }

    @Test
    void goesOnInTheSameWayWhenRunInPieces() {
        Study atOnce = Study.inMemory(settings(7));
        atOnce.run(StudyJournalTest::moody, TRIALS, StudyListener.SILENT);

        run(settings(7), 4);
        run(settings(7), 17);

        assertThat(run(settings(7), TRIALS)).isEqualTo(atOnce.trials());
    }

    @Test
    void losesOnlyTheTrialDuringWhichItsProcessDied() {
        Study study = Study.journaled(settings(7), file);
        assertThatThrownBy(() -> study.run(dyingAtTrial(study, 12), TRIALS, StudyListener.SILENT))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(Study.journaled(settings(7), file).trials())
                .hasSize(12)
                .isEqualTo(study.trials());
    }

    private static Objective dyingAtTrial(Study study, int number) {
        return (at, progress) -> {
            if (study.trials().size() == number) {
                throw new OutOfMemoryError("as in a test");
            }
            return moody(at, progress);
        };
    }

    @Test
    void writesALineOfPlainJsonATrial() throws IOException {
        StudySettings settings =
                new StudySettings("fuel", 1, SPACE, new RandomSampler(), new NoPruner());
        Study.journaled(settings, file)
                .run(
                        (at, progress) -> {
                            progress.report(0, 2.5);
                            progress.report(1, Double.POSITIVE_INFINITY);
                            return 1.5;
                        },
                        1,
                        StudyListener.SILENT);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"journalFormat\":1,\"study\":{\"name\":\"fuel\",\"seed\":1,"
                                + "\"space\":{\"parameters\":["
                                + "{\"kind\":\"real\",\"name\":\"rate\",\"low\":1.0E-4,"
                                + "\"high\":1.0,\"scale\":\"LOG\"},"
                                + "{\"kind\":\"integer\",\"name\":\"depth\",\"low\":1,"
                                + "\"high\":12,\"scale\":\"LINEAR\"},"
                                + "{\"kind\":\"categorical\",\"name\":\"kind\","
                                + "\"choices\":[\"a\",\"b\"]}]},"
                                + "\"sampler\":{\"kind\":\"random\"},"
                                + "\"pruner\":{\"kind\":\"none\"}}}");
        assertThat(lines.get(1))
                .matches(
                        "\\{\"number\":0,\"parameters\":\\{\"rate\":[-.E\\d]+,\"depth\":\\d+,"
                                + "\"kind\":\"[ab]\"},\"state\":\"COMPLETE\",\"value\":1.5,"
                                + "\"reported\":\\{\"0\":2.5,\"1\":\"NaN\"}}");
    }

    @Test
    void refusesTheJournalOfAnotherSearchAndNamesTheDifference() {
        run(settings(7), 2);

        refused(settings(8), "its seed is 7, expected 8");
        refused(named("other"), "its name is test, expected other");
        refused(
                over(RATE, IntegerParameter.uniform("depth", 1, 11), KIND),
                "its parameter 2 is IntegerParameter[name=depth, low=1, high=12, scale=LINEAR],"
                        + " expected IntegerParameter[name=depth, low=1, high=11, scale=LINEAR]");
        refused(over(RATE, DEPTH), "its parameter 3 is CategoricalParameter", "expected none");
        refused(over(RATE, DEPTH, KIND, RealParameter.uniform("x", 0, 1)), "parameter 4 is none");
        refused(
                new StudySettings("test", 7, SPACE, new RandomSampler(), MedianPruner.DEFAULT),
                "its sampler is TpeSampler[startupTrials=10, candidates=24, joint=true],"
                        + " expected RandomSampler[]");
        refused(
                new StudySettings("test", 7, SPACE, TpeSampler.JOINT, new NoPruner()),
                "its pruner is MedianPruner");
    }

    @Test
    void refusesAFileThatIsNoJournalAndLeavesItAsItWas() throws IOException {
        Files.createDirectories(file.getParent());
        for (String other : List.of("a letter", "a letter\n", "{\"a\":1}\n", "[]\n", "null\n")) {
            Files.writeString(file, other);

            refused(settings(7), "is not a search's journal");
            assertThat(file).hasContent(other);
        }
    }

    @Test
    void refusesAJournalThatIsDamagedBeforeItsLastLine() throws IOException {
        run(settings(7), 3);
        List<String> lines = Files.readAllLines(file);
        String third = lines.get(3);

        refusedLine(lines, "{", "line 4: ");
        refusedLine(lines, "null", "line 4: must be a JSON object, was null");
        refusedLine(lines, lines.get(2), "line 4: number must be 2, was 1");
        refusedLine(lines, third.replaceFirst("\"depth\":\\d+", "\"depth\":13"), "from 1 to 12");
        refusedLine(lines, third.replace("\"depth\"", "\"height\""), "[rate, height, kind]");
        refusedLine(lines, third.replaceFirst("\"state\":\"[A-Z]+\"", "\"a\":1"), "state must be");
    }

    private void refusedLine(List<String> lines, String last, String message) throws IOException {
        Files.writeString(file, String.join("\n", lines.subList(0, 3)) + "\n" + last + "\n");
        refused(settings(7), "is damaged: line 4", message);
    }

    @Test
    void stopsWhenAnotherProcessWritesTheSameJournal() throws IOException {
        Study study = Study.journaled(settings(7), file);
        study.run(StudyJournalTest::moody, 2, StudyListener.SILENT);
        Files.writeString(file, "more\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> study.run(StudyJournalTest::moody, 3, StudyListener.SILENT))
                .isInstanceOf(StudyJournalException.class)
                .hasMessageContaining("was written by another process");
    }

    @Test
    void saysSoBeforeTheFirstTrialWhenItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("searches"), "a file where a folder is needed");

        refused(settings(7), "cannot be opened");
    }

    private List<Trial> run(StudySettings settings, int trials) {
        Study study = Study.journaled(settings, file);
        study.run(StudyJournalTest::moody, trials, StudyListener.SILENT);
        return study.trials();
    }

    private void refused(StudySettings settings, String... parts) {
        assertThatThrownBy(() -> Study.journaled(settings, file))
                .isInstanceOf(StudyJournalException.class)
                .hasMessageStartingWith("search journal " + file)
                .hasMessageContainingAll(parts);
    }

    /** Some trials throw, some have no value on the way, some are told to stop. */
    private static double moody(TrialParameters at, TrialProgress progress) {
        if (at.integer("depth") > 9) {
            throw new IllegalStateException("depth " + at.integer("depth") + " takes too long");
        }
        double value = Math.abs(Math.log(at.real("rate")) + at.integer("depth"));
        for (int step = 0; step < 3; step++) {
            progress.report(step, at.choice("kind").equals("b") ? Double.NaN : value / (step + 1));
            if (progress.shouldStop()) {
                return Double.NaN;
            }
        }
        return value;
    }

    private static StudySettings settings(long seed) {
        return new StudySettings("test", seed, SPACE, TpeSampler.JOINT, MedianPruner.DEFAULT);
    }

    private static StudySettings named(String name) {
        return new StudySettings(name, 7, SPACE, TpeSampler.JOINT, MedianPruner.DEFAULT);
    }

    private static StudySettings over(SearchParameter... parameters) {
        return new StudySettings(
                "test", 7, SearchSpace.of(parameters), TpeSampler.JOINT, MedianPruner.DEFAULT);
    }
}
