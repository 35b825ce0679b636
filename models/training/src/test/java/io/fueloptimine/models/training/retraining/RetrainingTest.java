package io.fueloptimine.models.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.fuel.registry.TrainingData;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.LosingModel;
import io.fueloptimine.models.training.SyntheticWindows;
import io.fueloptimine.models.training.TrainedModel;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RetrainingTest {

    private static final List<FuelWindow> DRY = Fleet.history(300, 1, minute -> 1);

    /** It rains after two hours and a half, and goes on. */
    private static final List<FuelWindow> RAIN =
            Fleet.history(300, 2, minute -> minute < 150 ? 1 : Fleet.WET);

    private static FuelModel champion;

    private final Retraining retraining =
            new Retraining(RetrainingSettings.DEFAULT, Fleet.CLASSES, Fleet.trainer());

    @BeforeAll
    static void trainTheChampionInTheDry() {
        champion = modelOf(Fleet.trainer().train(DRY, "dry roads"), "1");
    }

    @Test
    void promotesACandidateTrainedSinceTheLastChange() {
        RetrainingProposal proposal = retraining.propose(RAIN, champion);

        assertThat(proposal.decision()).isEqualTo(RetrainingDecision.PROMOTE);
        assertThat(proposal.since()).isCloseTo(Fleet.minute(150), within(5, ChronoUnit.MINUTES));
        assertThat(proposal.learntWindows()).isCloseTo(150 * 20 * 7 / 10, within(150));
        FuelModel candidate = modelOf(proposal.candidate().orElseThrow(), "2");
        List<FuelWindow> later = Fleet.history(60, 9, minute -> Fleet.WET);
        assertThat(biasShare(champion, later)).isCloseTo(-0.13, within(0.02));
        assertThat(biasShare(candidate, later)).isCloseTo(0, within(0.02));
    }

    @Test
    void givesTheReasonInOneSentence() {
        assertThat(retraining.propose(RAIN, champion).reason())
                .matches(
                        "MAE 0\\.\\d{3} L against 0\\.\\d{3} of fuel-window version 1 on 9\\d\\d windows"
                                + " of 20 trucks from 2026-01-05 12:1\\d to 2026-01-05 13:00"
                                + " that it was not trained on, \\d\\d\\.\\d % smaller \\(\\d\\d\\.\\d"
                                + " to \\d\\d\\.\\d at 95 %\\), beyond the margin of 1\\.0 %; it was"
                                + " trained on 2,\\d{3} windows of 20 trucks since 2026-01-05"
                                + " 10:[23]\\d, when the fleet's residuals changed to \\+1\\d\\.\\d %"
                                + " of what was expected");
    }

    @Test
    void promotesNoCandidateWithoutAChange() {
        RetrainingProposal proposal =
                retraining.propose(Fleet.history(300, 3, minute -> 1), champion);

        assertThat(proposal.decision())
                .isNotIn(RetrainingDecision.PROMOTE, RetrainingDecision.WAIT);
        assertThat(proposal.since()).isEqualTo(Fleet.minute(0));
    }

    @Test
    void waitsForEnoughWindowsSinceTheLastChange() {
        List<FuelWindow> early = RAIN.subList(0, (150 + 60) * 20);

        RetrainingProposal proposal = retraining.propose(early, champion);

        assertThat(proposal.decision()).isEqualTo(RetrainingDecision.WAIT);
        assertThat(proposal.candidate()).isEmpty();
        assertThat(proposal.reason())
                .matches(
                        "1,[12]\\d\\d windows of trucks without a defect since 2026-01-05 10:[23]\\d,"
                                + " expected at least 2,000");
    }

    @Test
    void waitsForAHistory() {
        assertThat(retraining.propose(List.of(), champion).decision())
                .isEqualTo(RetrainingDecision.WAIT);
    }

    @Test
    void leavesOutADefectiveTruck() {
        List<FuelWindow> windows =
                RAIN.stream().map(w -> isSick(w) ? SyntheticWindows.burning(w, 1.35) : w).toList();

        RetrainingProposal proposal = retraining.propose(windows, champion);

        assertThat(proposal.decision()).isEqualTo(RetrainingDecision.PROMOTE);
        assertThat(proposal.reason()).contains("of 19 trucks").endsWith(", without T105");
        FuelModel candidate = modelOf(proposal.candidate().orElseThrow(), "2");
        List<FuelWindow> ofTheSick = windows.stream().filter(RetrainingTest::isSick).toList();
        assertThat(biasShare(candidate, ofTheSick)).isLessThan(-0.2);
    }

    @Test
    void leavesOutNoTruckWhereManyDiffer() {
        List<FuelWindow> windows =
                RAIN.stream()
                        .map(w -> isOneOfSeven(w) ? SyntheticWindows.burning(w, 1.35) : w)
                        .toList();

        assertThat(retraining.propose(windows, champion).reason()).doesNotContain("without");
    }

    @Test
    void comparesWithPhysicsWhereThereIsNoChampion() {
        RetrainingProposal proposal = retraining.propose(RAIN, new PhysicsModel(Fleet.CLASSES));

        assertThat(proposal.decision()).isEqualTo(RetrainingDecision.PROMOTE);
        assertThat(proposal.reason()).contains(" of physics version 1.0.0 on ");
    }

    @Test
    void storesTheEndOfTheComparisonInTheCandidate() {
        TrainingData data =
                retraining
                        .propose(RAIN, champion)
                        .candidate()
                        .orElseThrow()
                        .draft()
                        .metadata()
                        .data();

        assertThat(data.last()).isCloseTo(Fleet.minute(255), within(5, ChronoUnit.MINUTES));
        assertThat(data.comparedUntil()).isEqualTo(Fleet.minute(300));
        assertThat(data.unseenFrom()).contains(Fleet.minute(300));
    }

    @Test
    void doesNotTrainOnTheWindowsOfTheComparison() {
        RetrainingProposal proposal = retraining.propose(RAIN, champion);

        Instant learntUntil = proposal.candidate().orElseThrow().draft().metadata().data().last();
        assertThat(proposal.reason())
                .contains(" trucks from " + ChampionComparison.clock(learntUntil) + " to ");
    }

    @Test
    void promotesAChallengerOnWindowsAfterItsTraining() {
        FuelModel challenger = modelOf(Fleet.trainer().train(since(150, 200), "rain"), "2");

        RetrainingProposal won =
                retraining.wins(RAIN, champion, challenger, Fleet.minute(200)).orElseThrow();
        assertThat(won.decision()).isEqualTo(RetrainingDecision.PROMOTE);
        assertThat(won.candidate()).isEmpty();
        assertThat(won.reason()).startsWith("the challenger: MAE 0.").contains("1,200 windows");

        assertThat(retraining.wins(RAIN, champion, champion, Fleet.minute(200))).isEmpty();
        assertThat(retraining.wins(RAIN, champion, challenger, Fleet.minute(290)))
                .as("on the last ten minutes")
                .isEmpty();
    }

    @Test
    void comparesAChallengerAgainOnlyOnTwiceAsManyWindows() {
        FuelModel challenger = modelOf(Fleet.trainer().train(since(150, 200), "rain"), "2");

        Optional<PairedComparison> after50 = gainAfter(250, challenger);

        assertThat(after50.orElseThrow().rows()).isEqualTo(600);
        assertThat(gainAfter(259, challenger)).as("nine minutes later").isEqualTo(after50);
        assertThat(gainAfter(260, challenger).orElseThrow().rows()).isEqualTo(1_200);
        assertThat(gainAfter(300, challenger)).isEqualTo(gainAfter(260, challenger));
    }

    /** Else every minute would bring a look at other windows. */
    @Test
    void comparesAnOldChallengerFromTheFirstWholeDay() {
        FuelModel challenger = modelOf(Fleet.trainer().train(since(150, 200), "rain"), "2");
        List<FuelWindow> wet = Fleet.history(18 * 60, 2, minute -> Fleet.WET);
        Instant longAgo = Fleet.minute(-24 * 60);

        RetrainingProposal won = retraining.wins(wet, champion, challenger, longAgo).orElseThrow();
        RetrainingProposal later =
                retraining
                        .wins(wet.subList(30 * 20, wet.size()), champion, challenger, longAgo)
                        .orElseThrow();

        assertThat(won.reason()).contains("from 2026-01-06 00:00 to 2026-01-06 02:00");
        assertThat(later.gain()).isEqualTo(won.gain());
    }

    @Test
    void passesOnTheExceptionOfTheTrainer() {
        Retraining broken =
                new Retraining(
                        RetrainingSettings.DEFAULT,
                        Fleet.CLASSES,
                        (windows, source) -> {
                            throw new TrainingException("no native library");
                        });

        assertThatThrownBy(() -> broken.propose(RAIN, champion))
                .isInstanceOf(TrainingException.class)
                .hasMessage("no native library");
    }

    @Test
    void discardsACandidateThatLosesToABaselineOnItsOwnTest() {
        WindowModelTrainer losing =
                (windows, source) -> LosingModel.of(Fleet.trainer().train(windows, source), 0.01);
        Retraining withLosing = new Retraining(RetrainingSettings.DEFAULT, Fleet.CLASSES, losing);

        RetrainingProposal proposal = withLosing.propose(RAIN, champion);

        assertThat(proposal.decision()).isEqualTo(RetrainingDecision.DISCARD);
        assertThat(proposal.reason())
                .contains(
                        "beyond the margin of 1.0 %; discarded because its MAE on its own test is 0.",
                        " L, not below the 0.0100 L of the baseline linear; it was trained on ");
    }

    private Optional<PairedComparison> gainAfter(int minutes, FuelModel challenger) {
        return retraining
                .wins(RAIN.subList(0, minutes * 20), champion, challenger, Fleet.minute(200))
                .flatMap(RetrainingProposal::gain);
    }

    private static boolean isSick(FuelWindow window) {
        return window.machineId().equals("T105");
    }

    private static boolean isOneOfSeven(FuelWindow window) {
        return window.machineId().compareTo("T113") >= 0;
    }

    private static List<FuelWindow> since(int from, int to) {
        return RAIN.subList(from * 20, to * 20);
    }

    private static double biasShare(FuelModel model, List<FuelWindow> windows) {
        double expectedL = windows.stream().mapToDouble(model::expectedLitres).sum();
        double burntL = windows.stream().mapToDouble(FuelWindow::fuelL).sum();
        return (expectedL - burntL) / burntL;
    }

    private static FuelModel modelOf(TrainedModel trained, String version) {
        return new XgboostModel(
                "fuel-window",
                version,
                trained.forests(),
                trained.draft().metadata().classes(),
                Fleet.CLASSES);
    }
}
