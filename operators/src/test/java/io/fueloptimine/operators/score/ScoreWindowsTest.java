package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreWindowsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir Path root;
    private Registered registered;

    @BeforeEach
    void emptyRegistry() {
        registered = new Registered(root);
    }

    @Test
    void scoresByPhysicsWhereTheRegistryHasNoChampion() throws Exception {
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);

            ScoredWindow score = scorer.scores().get(0);
            assertThat(score.modelName()).isEqualTo("physics");
            assertThat(score.expectedL()).isEqualTo(score.physicsL()).isPositive();
            assertThat(score.residualL()).isCloseTo(6.2 - score.expectedL(), within(1e-9));
            assertThat(score.challengerVersion()).isNull();
        }
    }

    @Test
    void opensWithTheChampionAndNamesItsVersionOnEveryRow() throws Exception {
        registered.champion(4.5);
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);

            ScoredWindow score = scorer.scores().get(0);
            assertThat(score.modelName()).isEqualTo("fuel-window");
            assertThat(score.modelVersion()).isEqualTo("1");
            assertThat(score.expectedL()).isCloseTo(4.5, within(1e-6));
        }
    }

    @Test
    void scoresTheChallengerBesideTheChampionAndActsOnTheChampion() throws Exception {
        registered.champion(4.5);
        registered.challenger(6.0);
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);

            ScoredWindow score = scorer.scores().get(0);
            assertThat(score.modelVersion()).isEqualTo("1");
            assertThat(score.residualL()).isCloseTo(1.7, within(1e-6));
            assertThat(score.challengerVersion()).isEqualTo("2");
            assertThat(score.challengerL()).isCloseTo(6.0, within(1e-6));
        }
    }

    @Test
    void asksNoChallengerAboutMachinesThatItDoesNotCover() throws Exception {
        registered.champion(4.5);
        registered.challenger(6.0);
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(Scores.window("T01", "unheard-of", START, 0, 6.2));

            ScoredWindow score = scorer.scores().get(0);
            assertThat(score.modelName()).isEqualTo("physics");
            assertThat(score.challengerL()).isNull();
            assertThat(score.challengerVersion()).isNull();
        }
    }

    @Test
    void aChallengerThatIsPromotedChallengesNoMore() throws Exception {
        registered.champion(4.5);
        int challenger = registered.challenger(6.0);
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);
            registered.promote(challenger);
            scorer.announce("fuel-window", challenger);
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "2");
            assertThat(scorer.scores())
                    .extracting(ScoredWindow::challengerVersion)
                    .containsExactly("2", null);
        }
    }

    @Test
    void changesOverWhenANewChampionIsAnnounced() throws Exception {
        registered.champion(4.5);
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);
            registered.champion(5.5);
            scorer.score(1);
            scorer.announce("fuel-window", 2);
            scorer.score(2);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "1", "2");
        }
    }

    @Test
    void goesOnWithTheOldVersionWhileTheNewOneIsBeingLoaded() throws Exception {
        registered.champion(4.5);
        try (Scorer scorer = new Scorer(root)) {
            registered.champion(5.5);
            scorer.loader().hold();
            scorer.announce("fuel-window", 2);
            scorer.announce("fuel-window", 2);
            scorer.score(0);
            assertThat(scorer.loader().waiting()).isEqualTo(1);
            scorer.loader().release();
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void ignoresOtherModelsAndOldAnnouncements() throws Exception {
        registered.champion(4.5);
        registered.champion(5.5);
        try (Scorer scorer = new Scorer(root)) {
            scorer.announce("fuel-window", 1);
            scorer.loader().hold();
            scorer.announce("notes", 7);
            scorer.score(0);

            assertThat(scorer.loader().waiting()).isZero();
            assertThat(scorer.scores().get(0).modelVersion()).isEqualTo("2");
        }
    }

    @Test
    void scoresEveryWindowOnceAcrossChangesAndASavepoint() throws Exception {
        registered.champion(1);
        List<ScoredWindow> scores = new ArrayList<>();
        OperatorSubtaskState savepoint;
        try (Scorer first = new Scorer(root)) {
            first.scoreAndChange(0, 60, registered);
            savepoint = first.savepoint();
            scores.addAll(first.scores());
        }
        registered.champion(9);
        try (Scorer second = new Scorer(root, savepoint)) {
            second.scoreAndChange(60, 120, registered);
            scores.addAll(second.scores());
        }

        assertThat(scores)
                .extracting(score -> score.window().start())
                .containsExactlyElementsOf(minutes(120));
        assertThat(scores).extracting(score -> Integer.valueOf(score.modelVersion())).isSorted();
    }

    @Test
    void endsItsLoaderWithTheJob() throws Exception {
        LoaderThreads loader;
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);
            loader = scorer.loader();
            assertThat(loader.isShutdown()).isFalse();
        }
        assertThat(loader.isShutdown()).isTrue();
    }

    private static List<Instant> minutes(int count) {
        List<Instant> minutes = new ArrayList<>();
        for (int minute = 0; minute < count; minute++) {
            minutes.add(START.plusSeconds(60L * minute));
        }
        return minutes;
    }
}
