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
    private static final IntegerParameter DEPTH = new IntegerParameter("depth", 1, 12);
    private static final IntegerParameter KIND = new IntegerParameter("kind", 0, 1);
    private static final SearchSpace SPACE = SearchSpace.of(RATE, DEPTH, KIND);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void chooseTheFile() {
        file = folder.resolve("searches").resolve("fuel.jsonl");
    }

    @Test
    void resumesAsIfUninterruptedWhereverTheFileWasTruncated() throws IOException {
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
    void givesTheSameTrialsWhenRunInSeveralParts() {
        Study atOnce = Study.inMemory(settings(7));
        atOnce.run(StudyJournalTest::mixedOutcome, TRIALS, Trials.NO_LISTENER);

        run(settings(7), 4);
        run(settings(7), 17);

        assertThat(run(settings(7), TRIALS)).isEqualTo(atOnce.trials());
    }

    @Test
    void losesOnlyTheTrialDuringWhichTheProcessDied() {
        Study study = Study.journaled(settings(7), file);
        assertThatThrownBy(() -> study.run(failingAtTrial(study, 12), TRIALS, Trials.NO_LISTENER))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(Study.journaled(settings(7), file).trials())
                .hasSize(12)
                .isEqualTo(study.trials());
    }

    private static TrialObjective failingAtTrial(Study study, int number) {
        return (at, progress) -> {
            if (study.trials().size() == number) {
                throw new OutOfMemoryError("as in a test");
            }
            return mixedOutcome(at, progress);
        };
    }

    @Test
    void writesOneJsonLinePerTrial() throws IOException {
        StudySettings settings =
                new StudySettings("fuel", 1, SPACE, new RandomSampler(), MedianPruner.DEFAULT);
        Study.journaled(settings, file)
                .run(
                        (at, progress) -> {
                            progress.report(0, 2.5);
                            progress.report(1, Double.POSITIVE_INFINITY);
                            return 1.5;
                        },
                        1,
                        Trials.NO_LISTENER);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"journalFormat\":1,\"study\":{\"name\":\"fuel\",\"seed\":1,"
                                + "\"space\":{\"parameters\":["
                                + "{\"kind\":\"real\",\"name\":\"rate\",\"low\":1.0E-4,"
                                + "\"high\":1.0,\"scale\":\"LOG\"},"
                                + "{\"kind\":\"integer\",\"name\":\"depth\",\"low\":1,"
                                + "\"high\":12},"
                                + "{\"kind\":\"integer\",\"name\":\"kind\",\"low\":0,"
                                + "\"high\":1}]},"
                                + "\"sampler\":{\"kind\":\"random\"},"
                                + "\"pruner\":{\"startupTrials\":5,\"warmupSteps\":0,"
                                + "\"intervalSteps\":1}}}");
        assertThat(lines.get(1))
                .matches(
                        "\\{\"number\":0,\"parameters\":\\{\"rate\":[-.E\\d]+,\"depth\":\\d+,"
                                + "\"kind\":[01]},\"state\":\"COMPLETE\",\"value\":1.5,"
                                + "\"reported\":\\{\"0\":2.5,\"1\":\"NaN\"}}");
    }

    @Test
    void rejectsTheJournalOfAnotherSearchAndNamesTheDifference() {
        run(settings(7), 2);

        rejected(settings(8), "its seed is 7, expected 8");
        rejected(named("other"), "its name is test, expected other");
        rejected(
                over(RATE, new IntegerParameter("depth", 1, 11), KIND),
                "its parameter 2 is IntegerParameter[name=depth, low=1, high=12],"
                        + " expected IntegerParameter[name=depth, low=1, high=11]");
        rejected(over(RATE, DEPTH), "its parameter 3 is IntegerParameter", "expected none");
        rejected(over(RATE, DEPTH, KIND, RealParameter.uniform("x", 0, 1)), "parameter 4 is none");
        rejected(
                new StudySettings("test", 7, SPACE, new RandomSampler(), MedianPruner.DEFAULT),
                "its sampler is TpeSampler[startupTrials=10, candidates=24],"
                        + " expected RandomSampler[]");
        rejected(
                new StudySettings("test", 7, SPACE, TpeSampler.DEFAULT, new MedianPruner(6, 0, 1)),
                "its pruner is MedianPruner");
    }

    @Test
    void rejectsAFileThatIsNotAJournalAndDoesNotChangeIt() throws IOException {
        Files.createDirectories(file.getParent());
        for (String other : List.of("a text", "a text\n", "{\"a\":1}\n", "[]\n", "null\n")) {
            Files.writeString(file, other);

            rejected(settings(7), "is not the journal of a search");
            assertThat(file).hasContent(other);
        }
    }

    @Test
    void rejectsAJournalThatIsDamagedBeforeItsLastLine() throws IOException {
        run(settings(7), 3);
        List<String> lines = Files.readAllLines(file);
        String third = lines.get(3);

        rejectedLine(lines, "{", "line 4: ");
        rejectedLine(lines, "null", "line 4: must be a JSON object, was null");
        rejectedLine(lines, lines.get(2), "line 4: number must be 2, was 1");
        rejectedLine(lines, third.replaceFirst("\"depth\":\\d+", "\"depth\":13"), "from 1 to 12");
        rejectedLine(lines, third.replace("\"depth\"", "\"height\""), "[rate, height, kind]");
        rejectedLine(lines, third.replaceFirst("\"state\":\"[A-Z]+\"", "\"a\":1"), "state must be");
    }

    private void rejectedLine(List<String> lines, String last, String message) throws IOException {
        Files.writeString(file, String.join("\n", lines.subList(0, 3)) + "\n" + last + "\n");
        rejected(settings(7), "is damaged: line 4", message);
    }

    @Test
    void stopsWhenAnotherProcessWritesTheSameJournal() throws IOException {
        Study study = Study.journaled(settings(7), file);
        study.run(StudyJournalTest::mixedOutcome, 2, Trials.NO_LISTENER);
        Files.writeString(file, "more\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> study.run(StudyJournalTest::mixedOutcome, 3, Trials.NO_LISTENER))
                .isInstanceOf(StudyJournalException.class)
                .hasMessageContaining("was written by another process");
    }

    @Test
    void failsBeforeTheFirstTrialWhenItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("searches"), "a file where a folder is needed");

        rejected(settings(7), "cannot be opened");
    }

    private List<Trial> run(StudySettings settings, int trials) {
        Study study = Study.journaled(settings, file);
        study.run(StudyJournalTest::mixedOutcome, trials, Trials.NO_LISTENER);
        return study.trials();
    }

    private void rejected(StudySettings settings, String... parts) {
        assertThatThrownBy(() -> Study.journaled(settings, file))
                .isInstanceOf(StudyJournalException.class)
                .hasMessageStartingWith("search journal " + file)
                .hasMessageContainingAll(parts);
    }

    /** Some trials throw, some report NaN, some are pruned. */
    private static double mixedOutcome(TrialParameters at, TrialProgress progress) {
        if (at.integer("depth") > 9) {
            throw new IllegalStateException("depth " + at.integer("depth") + " takes too long");
        }
        double value = Math.abs(Math.log(at.real("rate")) + at.integer("depth"));
        for (int step = 0; step < 3; step++) {
            progress.report(step, at.integer("kind") == 1 ? Double.NaN : value / (step + 1));
            if (progress.shouldStop()) {
                return Double.NaN;
            }
        }
        return value;
    }

    private static StudySettings settings(long seed) {
        return new StudySettings("test", seed, SPACE, TpeSampler.DEFAULT, MedianPruner.DEFAULT);
    }

    private static StudySettings named(String name) {
        return new StudySettings(name, 7, SPACE, TpeSampler.DEFAULT, MedianPruner.DEFAULT);
    }

    private static StudySettings over(SearchParameter... parameters) {
        return new StudySettings(
                "test", 7, SearchSpace.of(parameters), TpeSampler.DEFAULT, MedianPruner.DEFAULT);
    }
}
