package io.fueloptimine.jobs.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.training.RainyHistory;
import io.fueloptimine.jobs.training.UnevaluatedModel;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.training.ModelRecipe;
import io.fueloptimine.models.training.ModelTrainer;
import io.fueloptimine.models.training.TrainedModel;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.WindowTable;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.retraining.Retraining;
import io.fueloptimine.models.training.retraining.RetrainingSettings;
import io.fueloptimine.models.training.retraining.WindowModelTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated mine with the shipped champion; after three hours it rains and goes on raining. */
class RetrainingJobTest {

    private static final String NAME = ModelRegistry.FUEL_WINDOW;
    private static final Path SHIPPED = Path.of("../../models/registry");

    /** Two hours dry and three of rain end before the first trucks have no more work. */
    private static final Duration DRY = Duration.ofHours(2);

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final MachineClasses CLASSES = MachineClasses.of(MINE);
    private static final ModelRecipe RECIPE =
            ModelRecipe.windows(7).with(new BoostSettings(7, 60, 5, 0.15, 10));

    private static List<FuelWindow> windows;

    @TempDir Path root;
    private ModelRegistry registry;

    @BeforeAll
    static void simulateTheMine() {
        windows = RainyHistory.of(MINE, DRY, Duration.ofHours(3));
    }

    @BeforeEach
    void copyTheShippedRegistry() throws IOException {
        try (var files = Files.walk(SHIPPED.resolve("models"))) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(SHIPPED.relativize(file).toString()));
            }
        }
        registry = new ModelRegistry(root, CLASSES);
    }

    @Test
    void promotesWhatLearntTheRainAndFilesWhy() throws IOException {
        RetrainingOutcome outcome = answerTo(asked(42), windows);

        assertThat(outcome.verdict()).as(outcome.reason()).isEqualTo(RetrainingVerdict.PROMOTED);
        assertThat(outcome.championVersion()).isEqualTo(1);
        assertThat(outcome.candidateVersion()).isEqualTo(2);
        assertThat(Duration.between(rain(), outcome.learntSince()).abs())
                .isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(outcome.learntWindows() + outcome.judgedWindows())
                .isCloseTo(26 * 180, within(26 * 15));
        assertThat(outcome.candidateMaeL()).isLessThan(0.6 * outcome.championMaeL());
        assertThat(outcome.gainLowPct()).isGreaterThan(1);
        assertThat(outcome.decidedAt()).isEqualTo(NOW);

        assertThat(registry.championVersion(NAME)).hasValue(2);
        assertThat(root.resolve("models/fuel-window/version-2/retraining.txt"))
                .content()
                .isEqualTo("Requested because: a test\nResult: " + outcome.reason() + "\n");
        List<FuelWindow> last = windows.subList(windows.size() - 26 * 30, windows.size());
        assertThat(residualShare(1, last)).isGreaterThan(0.1);
        assertThat(residualShare(2, last)).isCloseTo(0, within(0.04));
    }

    @Test
    void waitsUntilTheWindowsHaveReachedTheRequest() {
        RetrainRequest asked = asked(42);

        assertThat(job(until(41)).answer(asked)).isEmpty();
        assertThat(job(List.of()).answer(asked)).isEmpty();
    }

    @Test
    void waitsUntilThereIsEnoughOfTheRain() {
        assertThat(job(until(60)).answer(asked(42))).isEmpty();
        assertThat(registry.latestVersion(NAME)).isEqualTo(1);
    }

    @Test
    void runsAManualRequestAtOnce() {
        RetrainingOutcome outcome = answerTo(RetrainingWatch.byHand(NOW), until(60));

        assertThat(outcome.verdict()).isEqualTo(RetrainingVerdict.TOO_LITTLE);
        assertThat(outcome.reason()).contains("expected at least 2,000");
        assertThat(outcome.candidateVersion()).isNull();
    }

    @Test
    void givesUpWaitingForAChangeThatDoesNotShow() {
        RetrainRequest longAgo =
                new RetrainRequest(
                        "r",
                        NAME,
                        RetrainCause.MANUAL,
                        "a test",
                        rain().minus(Duration.ofHours(12)));

        assertThat(answerTo(longAgo, until(60)).verdict()).isEqualTo(RetrainingVerdict.TOO_LITTLE);
    }

    @Test
    void promotesAChallengerThatHasWonWithoutTraining() throws IOException {
        List<FuelWindow> rainy = since(windows, 0).subList(0, 26 * 30);
        int challenger = registerUnevaluated(rainy);
        registry.promote(NAME, Alias.CHALLENGER, challenger);

        RetrainingOutcome outcome = answerTo(RetrainingWatch.byHand(NOW), windows);

        assertThat(outcome.verdict()).isEqualTo(RetrainingVerdict.PROMOTED);
        assertThat(outcome.reason()).startsWith("the challenger: ");
        assertThat(outcome.candidateVersion()).isEqualTo(challenger);
        assertThat(outcome.learntWindows()).isNull();
        assertThat(registry.latestVersion(NAME)).isEqualTo(challenger);
        assertThat(registry.version(NAME, Alias.CHALLENGER)).isEmpty();
    }

    @Test
    void trainsACandidateWhereTheChallengerLosesToABaselineOnItsOwnTest() throws IOException {
        List<FuelWindow> rainy = since(windows, 0).subList(0, 26 * 30);
        ModelRecipe blunt = RECIPE.with(new BoostSettings(7, 1, 1, 0.1, 10));
        int challenger =
                registry.register(
                        new ModelTrainer(blunt)
                                .train(WindowTable.of(rainy, CLASSES), CLASSES, "rain")
                                .draft());
        assertThat(registry.metadata(NAME, challenger).unbeatenBaseline()).isPresent();
        registry.promote(NAME, Alias.CHALLENGER, challenger);

        RetrainingOutcome outcome = answerTo(RetrainingWatch.byHand(NOW), windows);

        assertThat(outcome.candidateVersion()).isGreaterThan(challenger);
        assertThat(outcome.reason()).doesNotStartWith("the challenger: ");
    }

    private int registerUnevaluated(List<FuelWindow> learnt) {
        return registry.register(UnevaluatedModel.of(trainer().train(learnt, "rain").draft()));
    }

    @Test
    void promotesNothingThatIsNotSurelyBetter() throws IOException {
        answerTo(asked(42), until(150));

        RetrainingOutcome again = answerTo(RetrainingWatch.byHand(NOW), windows);

        assertThat(again.verdict()).as(again.reason()).isEqualTo(RetrainingVerdict.CHALLENGES);
        assertThat(again.reason()).contains("not significantly beyond the margin");
        assertThat(again.championVersion()).isEqualTo(2);
        assertThat(registry.version(NAME, Alias.CHAMPION)).hasValue(2);
        int challenger = registry.version(NAME, Alias.CHALLENGER).orElseThrow();
        assertThat(new ModelRegistry(root).metadata(NAME, challenger).data().unseenFrom())
                .as("it is not judged again by what made it the challenger")
                .contains(windows.get(windows.size() - 1).end());
    }

    @Test
    void saysWhatFailedAndLeavesTheChampion() {
        assertThat(failure(job(this::unreadable, trainer())))
                .isEqualTo("cannot read lake/windows-1.parquet");
        assertThat(failure(job(() -> windows, (of, source) -> refuse())))
                .isEqualTo("no native library");
        assertThat(registry.championVersion(NAME)).hasValue(1);
    }

    @Test
    void doesNotOverruleAChampionThatWasChangedMeanwhile() {
        WindowModelTrainer slow =
                (of, source) -> {
                    TrainedModel trained = trainer().train(of, source);
                    registry.promote(NAME, registry.register(trained.draft()));
                    return trained;
                };

        assertThat(failure(job(() -> windows, slow)))
                .isEqualTo(
                        "the champion of fuel-window has changed since the comparison, from version 1"
                                + " to version 2; ask again");
        assertThat(registry.championVersion(NAME)).hasValue(2);
        assertThat(registry.latestVersion(NAME)).isEqualTo(2);
    }

    @Test
    void whatIsPromotedByHandAnswersTheRequestThatWaitsToo() {
        Deque<RetrainRequest> coming =
                new ArrayDeque<>(List.of(asked(200), RetrainingWatch.byHand(NOW)));
        List<String> happened = new ArrayList<>();

        new RetrainingWatch(
                        requests(coming, happened),
                        job(windows),
                        events(happened),
                        NightlyClock.never(),
                        Duration.ofSeconds(1),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(() -> coming.isEmpty() && !happened.isEmpty());

        assertThat(happened).containsExactly("announced 2", "told PROMOTED", "answered");
    }

    private static RequestSource requests(Deque<RetrainRequest> coming, List<String> happened) {
        return new RequestSource() {
            @Override
            public Optional<RetrainRequest> next(Duration patience) {
                return Optional.ofNullable(coming.poll());
            }

            @Override
            public void answered() {
                happened.add("answered");
            }
        };
    }

    private static RetrainingEvents events(List<String> happened) {
        return new RetrainingEvents() {
            @Override
            public void announce(ModelAnnouncement announcement) {
                happened.add("announced " + announcement.version());
            }

            @Override
            public void publish(RetrainingOutcome outcome) {
                happened.add("told " + outcome.verdict());
            }
        };
    }

    private RetrainingOutcome answerTo(RetrainRequest request, List<FuelWindow> history) {
        return job(history).answer(request).orElseThrow();
    }

    private String failure(RetrainingJob job) {
        RetrainingOutcome outcome = job.answer(asked(42)).orElseThrow();
        assertThat(outcome.verdict()).isEqualTo(RetrainingVerdict.FAILED);
        return outcome.reason();
    }

    private RetrainingJob job(List<FuelWindow> history) {
        return job(() -> history, trainer());
    }

    private RetrainingJob job(WindowHistory history, WindowModelTrainer trainer) {
        return new RetrainingJob(
                history,
                registry,
                CLASSES,
                new Retraining(RetrainingSettings.DEFAULT, CLASSES, trainer),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<FuelWindow> unreadable() throws IOException {
        throw new IOException("cannot read lake/windows-1.parquet");
    }

    private static TrainedModel refuse() {
        throw new TrainingException("no native library");
    }

    private static WindowModelTrainer trainer() {
        return (of, source) ->
                new ModelTrainer(RECIPE).train(WindowTable.of(of, CLASSES), CLASSES, source);
    }

    /** A request so many minutes after the rain began. */
    private static RetrainRequest asked(int minute) {
        return new RetrainRequest(
                "r/" + minute,
                NAME,
                RetrainCause.MANUAL,
                "a test",
                rain().plusSeconds(60L * minute));
    }

    /** What had come so many minutes after the rain began. */
    private static List<FuelWindow> until(int minute) {
        Instant end = rain().plusSeconds(60L * minute);
        return windows.stream().filter(window -> !window.end().isAfter(end)).toList();
    }

    private static List<FuelWindow> since(List<FuelWindow> history, int minute) {
        Instant start = rain().plusSeconds(60L * minute);
        return history.stream().filter(window -> !window.start().isBefore(start)).toList();
    }

    private static Instant rain() {
        return windows.get(0).start().plus(DRY);
    }

    private double residualShare(int version, List<FuelWindow> of) {
        FuelModel model = registry.load(NAME, version);
        double expectedL = of.stream().mapToDouble(model::expectedLitres).sum();
        return of.stream().mapToDouble(FuelWindow::fuelL).sum() / expectedL - 1;
    }
}
