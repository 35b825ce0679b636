package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scores while the registry, or a model in it, cannot be used, and once it can again. */
class RefusedModelsTest {

    @TempDir Path root;

    @Test
    void scoresByPhysicsWhereThereIsNoRegistry() throws Exception {
        Files.delete(root);
        try (Scorer scorer = new Scorer(root)) {
            scorer.announce("fuel-window", 1);
            scorer.score(0);

            assertThat(scorer.scores()).extracting(ScoredWindow::modelName).containsOnly("physics");
        }
    }

    @Test
    void keepsTheModelInUseWhenTheAnnouncedOneIsBroken() throws Exception {
        Registered registered = new Registered(root);
        registered.champion(4.5);
        try (Scorer scorer = new Scorer(root)) {
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
        new Registered(root).champion(4.5);
        breakVersion(1);
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);

            assertThat(scorer.scores().get(0).modelName()).isEqualTo("physics");
        }
    }

    @Test
    void doesWithoutAChallengerThatIsHalfWritten() throws Exception {
        new Registered(root).champion(4.5);
        Path half = root.resolve("models/fuel-window/version-2");
        Files.createDirectories(half);
        Files.writeString(half.resolve("metadata.json"), "{\"name\": \"fuel-w");
        Files.writeString(root.resolve("models/fuel-window/aliases/challenger"), "2\n");
        try (Scorer scorer = new Scorer(root)) {
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
    void loadsARepairedChampionWithoutAnAnnouncement() throws Exception {
        new Registered(root).champion(4.5);
        Path alias = root.resolve("models/fuel-window/aliases/champion");
        Files.writeString(alias, "soon");
        try (Scorer scorer = new Scorer(root)) {
            scorer.loader().letPatienceEnd();
            scorer.score(0);
            Files.writeString(alias, "1\n");
            scorer.score(1);
            scorer.loader().letPatienceEnd();
            scorer.score(2);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelName)
                    .containsExactly("physics", "physics", "fuel-window");
        }
    }

    @Test
    void takesTheChampionOfARegistryThatIsMountedAfterTheStart() throws Exception {
        Path share = root.resolve("share");
        try (Scorer scorer = new Scorer(share)) {
            scorer.score(0);
            new Registered(share).champion(4.5);
            scorer.loader().letPatienceEnd();
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelName)
                    .containsExactly("physics", "fuel-window");
        }
    }

    @Test
    void loadsTheFirstChampionWithoutAnAnnouncement() throws Exception {
        try (Scorer scorer = new Scorer(root)) {
            scorer.score(0);
            new Registered(root).champion(4.5);
            scorer.loader().letPatienceEnd();
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelName)
                    .containsExactly("physics", "fuel-window");
        }
    }

    @Test
    void takesTheAnnouncedVersionThoughItsLookFoundTheRegistryGone() throws Exception {
        Path share = root.resolve("share");
        Path away = root.resolve("away");
        new Registered(share).champion(4.5);
        try (Scorer scorer = new Scorer(share)) {
            new Registered(share).champion(5.5);
            Files.move(share, away);
            scorer.announce("fuel-window", 2);
            scorer.score(0);
            Files.move(away, share);
            scorer.loader().letPatienceEnd();
            scorer.score(1);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::modelVersion)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void takesTheAnnouncedVersionThoughItsLookFoundAnEmptyFolder() throws Exception {
        Path share = root.resolve("share");
        Path away = root.resolve("away");
        new Registered(share).champion(4.5);
        try (Scorer scorer = new Scorer(share)) {
            new Registered(share).champion(5.5);
            Files.move(share, away);
            Files.createDirectory(share);
            scorer.announce("fuel-window", 2);
            Files.delete(share);
            Files.move(away, share);
            scorer.loader().letPatienceEnd();
            scorer.score(0);

            assertThat(scorer.scores()).extracting(ScoredWindow::modelVersion).containsExactly("2");
        }
    }

    @Test
    void takesTheChallengerOnceItIsWhole() throws Exception {
        Registered registered = new Registered(root);
        registered.champion(4.5);
        registered.challenger(6.0);
        Path alias = root.resolve("models/fuel-window/aliases/challenger");
        Files.writeString(alias, "");
        try (Scorer scorer = new Scorer(root)) {
            Files.writeString(alias, "2\n");
            scorer.loader().letPatienceEnd();
            scorer.score(0);

            assertThat(scorer.scores())
                    .extracting(ScoredWindow::challengerVersion)
                    .containsExactly("2");
        }
    }

    @Test
    void looksNoMoreOnceTheChampionScores() throws Exception {
        Registered registered = new Registered(root);
        registered.champion(4.5);
        try (Scorer scorer = new Scorer(root)) {
            registered.champion(5.5);
            scorer.loader().letPatienceEnd();
            scorer.score(0);

            assertThat(scorer.scores()).extracting(ScoredWindow::modelVersion).containsExactly("1");
        }
    }

    private void breakVersion(int version) throws IOException {
        Path folder = root.resolve("models/fuel-window/version-" + version);
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
                Files.writeString(file, "{}");
            }
        }
    }
}
