package io.fueloptimine.connectors.parquet.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LakeSnapshotsTest {

    private static final Map<String, LocalDate> ALL = Map.of("readings", LocalDate.MIN);

    @TempDir Path root;

    private LakeFiles lake;
    private LakeSnapshots snapshots;

    @BeforeEach
    void openTheLake() throws Exception {
        lake = new LakeFiles(root);
        snapshots = new LakeSnapshots(lake.layout());
        lake.add("2026-01-05", 10);
        lake.add("2026-01-05", 10);
        lake.add("2026-01-06", 10);
    }

    @Test
    void staysTheSameAfterMoreDataCompactionAndRetention() throws Exception {
        LakeSnapshot snapshot = snapshots.take(ALL, 48, LakeFiles.NOW);

        lake.add("2026-01-05", 7);
        lake.compact();
        new LakeRetention(lake.layout(), false).removeBefore(LocalDate.parse("2026-01-06"));
        removeReplaced();

        assertThat(lake.counts()).isEqualTo("10 10");
        assertThat(snapshots.verified(snapshot.id())).isEqualTo(snapshot);
        assertThat(counts(snapshot)).isEqualTo("30 30 435");
        assertThat(snapshot.rows()).isEqualTo(30);
        assertThat(snapshot.spanHours()).isEqualTo(48);
    }

    @Test
    void equalFilesHaveOneSnapshotAndOtherFilesAnother() throws Exception {
        LakeSnapshot first = snapshots.take(ALL, 48, LakeFiles.NOW);
        LakeSnapshot again = snapshots.take(ALL, 48, LakeFiles.NOW.plusSeconds(60));
        LakeSnapshot longer = snapshots.take(ALL, 72, LakeFiles.NOW);
        lake.add("2026-01-06", 1);
        LakeSnapshot more = snapshots.take(ALL, 48, LakeFiles.NOW);

        assertThat(again).isEqualTo(first);
        assertThat(first.id()).isNotEqualTo(more.id()).isNotEqualTo(longer.id());
        assertThat(snapshots.all()).containsExactlyInAnyOrder(first, longer, more);
    }

    @Test
    void hasOnlyTheDaysThatAreAskedForAndThoseWithoutADate() throws Exception {
        lake.add("__HIVE_DEFAULT_PARTITION__", 2);

        LakeSnapshot snapshot =
                snapshots.take(Map.of("readings", LocalDate.parse("2026-01-06")), 0, LakeFiles.NOW);

        assertThat(snapshot.rows()).isEqualTo(12);
    }

    @Test
    void needsNoSpaceOfItsOwn() throws Exception {
        LakeSnapshot snapshot = snapshots.take(ALL, 0, LakeFiles.NOW);

        Path inLake = lake.folder("2026-01-05").resolve("readings-0.parquet");
        Path inSnapshot = snapshots.folder(snapshot.id()).resolve(root.relativize(inLake));
        assertThat(Files.isSameFile(inLake, inSnapshot)).isTrue();
    }

    @Test
    void aReleasedSnapshotFreesItsFiles() throws Exception {
        LakeSnapshot snapshot = snapshots.take(ALL, 0, LakeFiles.NOW);

        snapshots.release(snapshot.id());

        assertThat(snapshots.all()).isEmpty();
        assertThat(lake.counts()).isEqualTo("30 30");
        assertThatThrownBy(() -> snapshots.verified(snapshot.id()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("snapshot '" + snapshot.id() + "' is not in the lake");
    }

    @Test
    void aChangedFileIsNamed() throws Exception {
        LakeSnapshot snapshot = snapshots.take(ALL, 0, LakeFiles.NOW);
        Path changed = snapshots.folder(snapshot.id()).resolve(snapshot.files().get(1).name());
        Files.write(changed, new byte[] {1});

        assertThatThrownBy(() -> snapshots.verified(snapshot.id()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(changed + " has changed: SHA-256 ");
    }

    /** An id is no path to another folder. */
    @Test
    void anIdOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> snapshots.release("../../readings"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'../../readings' is not in the lake");
        assertThat(root.resolve("readings")).isDirectory();
    }

    private void removeReplaced() throws Exception {
        new ReplacedFiles(lake.layout())
                .removeOlderThan(java.time.Duration.ZERO, LakeFiles.NOW.plusSeconds(1));
    }

    private String counts(LakeSnapshot snapshot) throws Exception {
        return LakeFiles.query(
                "SELECT count(*) || ' ' || count(DISTINCT sequence) || ' ' || sum(sequence) FROM "
                        + LakeFiles.readings(snapshots.folder(snapshot.id())));
    }
}
