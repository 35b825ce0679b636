package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreWindowsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** The harness's operator is a copy, so that its loader can only be reached from here. */
    private static LoaderThreads loader;

    @TempDir Path root;
    private Registered registered;

    @BeforeEach
    void emptyRegistry() {
        loader = new LoaderThreads();
        registered = new Registered(root);
    }

    @Test
    void scoresByPhysicsWhereTheRegistryHasNoChampion() throws Exception {
        try (Scorer scorer = new Scorer()) {
            scorer.score(0);

            ScoredWindow score = scorer.scores().get(0);
            assertThat(score.modelName()).isEqualTo("physics");
            assertThat(score.expectedL()).isEqualTo(score.physicsL()).isPositive();
            assertThat(score.residualL()).isCloseTo(6.2 - score.expectedL(), within(1e-9));
            assertThat(score.challengerVersion()).isNull();
        }
    }

    @Test
    void scoresByPhysicsWhereThereIsNoRegistry() throws Exception {
        Files.delete(root);
        try (Scorer scorer = new Scorer()) {
            scorer.announce("fuel-window", 1);
            scorer.score(0);

            assertThat(scorer.scores()).extracting(ScoredWindow::modelName).containsOnly("physics");
        }
    }

    @Test
    void opensWithTheChampionAndNamesItsVersionOnEveryRow() throws Exception {
        registered.champion(4.5);
        try (Scorer scorer = new Scorer()) {
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
        try (Scorer scorer = new Scorer()) {
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
        try (Scorer scorer = new Scorer()) {
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
        try (Scorer scorer = new Scorer()) {
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
        try (Scorer scorer = new Scorer()) {
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
        try (Scorer scorer = new Scorer()) {
            registered.champion(5.5);
            loader.hold();
            scorer.announce("fuel-window", 2);
            scorer.announce("fuel-window", 2);
            scorer.score(0);
            assertThat(loader.waiting()).isEqualTo(1);
            loader.release();
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void keepsTheModelInUseWhenTheAnnouncedOneIsBroken() throws Exception {
        registered.champion(4.5);
        try (Scorer scorer = new Scorer()) {
            registered.champion(5.5);
            breakVersion(2);
            scorer.announce("fuel-window", 2);
            Files.writeString(root.resolve("models/fuel-window/aliases/champion"), "soon");
            scorer.announce("fuel-window", 3);
            scorer.score(0);

            assertThat(scorer.scores()).extracting(ScoredWindow::modelVersion).containsExactly("1");
        }
    }

    @Test
    void startsWithPhysicsWhenTheChampionIsBroken() throws Exception {
        registered.champion(4.5);
        breakVersion(1);
        try (Scorer scorer = new Scorer()) {
            scorer.score(0);

            assertThat(scorer.scores().get(0).modelName()).isEqualTo("physics");
        }
    }

    @Test
    void doesWithoutAChallengerThatIsHalfWritten() throws Exception {
        registered.champion(4.5);
        Path half = root.resolve("models/fuel-window/version-2");
        Files.createDirectories(half);
        Files.writeString(half.resolve("metadata.json"), "{\"name\": \"fuel-w");
        Files.writeString(root.resolve("models/fuel-window/aliases/challenger"), "2\n");
        try (Scorer scorer = new Scorer()) {
            scorer.score(0);
            Files.writeString(root.resolve("models/fuel-window/aliases/challenger"), "");
            scorer.announce("fuel-window", 2);
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "1");
            assertThat(scorer.scores())
                    .extracting(ScoredWindow::challengerVersion)
                    .containsOnlyNulls();
        }
    }

    @Test
    void ignoresOtherModelsAndOldAnnouncements() throws Exception {
        registered.champion(4.5);
        registered.champion(5.5);
        try (Scorer scorer = new Scorer()) {
            scorer.announce("fuel-window", 1);
            loader.hold();
            scorer.announce("notes", 7);
            scorer.score(0);

            assertThat(loader.waiting()).isZero();
            assertThat(scorer.scores().get(0).modelVersion()).isEqualTo("2");
        }
    }

    @Test
    void scoresEveryWindowOnceAcrossChangesAndASavepoint() throws Exception {
        registered.champion(1);
        List<ScoredWindow> scores = new ArrayList<>();
        OperatorSubtaskState savepoint;
        try (Scorer first = new Scorer()) {
            first.scoreAndChange(0, 60, registered);
            savepoint = first.harness.snapshot(1, 1);
            scores.addAll(first.scores());
        }
        registered.champion(9);
        try (Scorer second = new Scorer(savepoint)) {
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
        try (Scorer scorer = new Scorer()) {
            scorer.score(0);
            assertThat(loader.isShutdown()).isFalse();
        }
        assertThat(loader.isShutdown()).isTrue();
    }

    private void breakVersion(int version) throws IOException {
        Path folder = root.resolve("models/fuel-window/version-" + version);
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
                Files.writeString(file, "{}");
            }
        }
    }

    private static List<Instant> minutes(int count) {
        List<Instant> minutes = new ArrayList<>();
        for (int minute = 0; minute < count; minute++) {
            minutes.add(START.plusSeconds(60L * minute));
        }
        return minutes;
    }

    /** The operator under test. */
    private final class Scorer implements AutoCloseable {

        private final KeyedBroadcastOperatorTestHarness<
                        String, FuelWindow, ModelAnnouncement, ScoredWindow>
                harness;

        Scorer() throws Exception {
            this(null);
        }

        Scorer(OperatorSubtaskState savepoint) throws Exception {
            harness =
                    new KeyedBroadcastOperatorTestHarness<>(
                            new CoBroadcastWithKeyedOperator<>(
                                    new ScoreWindows(
                                            root, "fuel-window", Scores.MINE, () -> loader),
                                    List.of(ScoreWindows.ANNOUNCEMENTS)),
                            FuelWindow::machineId,
                            Types.STRING,
                            1,
                            1,
                            0);
            if (savepoint != null) {
                harness.initializeState(savepoint);
            }
            harness.open();
        }

        void score(int minute) throws Exception {
            score(Scores.window("T01", START.plusSeconds(60L * minute), 0, 6.2));
        }

        void score(FuelWindow window) throws Exception {
            harness.processElement(window, window.end().toEpochMilli() - 1);
        }

        void announce(String name, int version) throws Exception {
            harness.processBroadcastElement(new ModelAnnouncement(name, version, START), 0);
        }

        /** A minute after the other, with a new champion every seven of them. */
        void scoreAndChange(int from, int to, Registered registered) throws Exception {
            for (int minute = from; minute < to; minute++) {
                score(minute);
                if (minute % 7 == 0) {
                    announce("fuel-window", registered.champion(2 + minute));
                }
            }
        }

        List<ScoredWindow> scores() {
            return harness.extractOutputValues();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }
}
