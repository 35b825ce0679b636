package io.fueloptimine.connectors.parquet.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.parquet.files.CompactionResult.Skipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LakeCompactionTest {

    private static final String DAY = "2026-01-05";
    private static final String NEXT_DAY = "2026-01-06";

    @TempDir Path root;

    private LakeFiles lake;

    @BeforeEach
    void openTheLake() {
        lake = new LakeFiles(root);
    }

    @Test
    void mergesTheFilesOfEachDayAndKeepsAllRows() throws Exception {
        for (int i = 0; i < 5; i++) {
            lake.add(DAY, 10);
            lake.add(NEXT_DAY, 10);
        }

        CompactionResult result = lake.compact();

        assertThat(lake.counts()).isEqualTo("100 100");
        assertThat(result.skipped()).isEmpty();
        assertThat(result.compacted())
                .extracting(one -> one.label() + " " + one.filesBefore() + " " + one.filesAfter())
                .containsExactly("readings/date=2026-01-05 5 1", "readings/date=2026-01-06 5 1");
        assertThat(
                        LakeFiles.query(
                                "SELECT DISTINCT compression FROM parquet_metadata('"
                                        + lake.folder(DAY)
                                        + "/*.parquet')"))
                .isEqualTo("ZSTD");
    }

    @Test
    void aColumnMoreAndAColumnLessBecomeOneFile() throws Exception {
        lake.add(DAY, 2);
        lake.add(DAY, 3, "fuel_l");
        lake.add(DAY, 4, "of_a_later_release", "fuel_l");
        String columns =
                "SELECT count(*), count(fuel_l), count(of_a_later_release), sum(sequence) FROM "
                        + LakeFiles.readings(root);
        String before = LakeFiles.query(columns);

        lake.compact();

        assertThat(before).isEqualTo("9|7|4|36");
        assertThat(LakeFiles.query(columns)).isEqualTo(before);
        assertThat(Files.list(lake.folder(DAY)).filter(LakeLayout::isFinished)).hasSize(1);
    }

    @Test
    void aFileWithAColumnOfAnotherTypeIsLeftAndNamed() throws Exception {
        lake.add(DAY, 2, "fuel_l");
        Path other = lake.add(DAY, 1);
        Files.delete(other);
        LakeFiles.execute(
                "COPY (SELECT 2::BIGINT AS sequence, 'much' AS fuel_l) TO '"
                        + other
                        + "' (FORMAT parquet)");
        Files.setLastModifiedTime(other, FileTime.from(LakeFiles.WRITTEN));

        List<Skipped> skipped = lake.compact().skipped();

        assertThat(skipped).singleElement().matches(Skipped::fault);
        assertThat(skipped.get(0).reason()).contains("column fuel_l of " + other);
        assertThat(lake.folder(DAY)).isDirectoryContaining(file -> file.equals(other));
        assertThat(root.resolve("_lake/replaced/readings")).isEmptyDirectory();
    }

    @Test
    void lateDataIsInItsDayAndMergedTheNextTime() throws Exception {
        lake.add(DAY, 10);
        lake.add(DAY, 10);
        lake.compact();

        lake.add(DAY, 5);
        String withLate = lake.counts();
        CompactionResult second =
                new LakeCompaction(lake.layout(), CompactionSettings.DEFAULT)
                        .run(LakeFiles.NOW.plus(Duration.ofDays(400)));

        assertThat(withLate).isEqualTo("25 25");
        assertThat(second.compacted()).singleElement().matches(one -> one.filesAfter() == 1);
        assertThat(lake.counts()).isEqualTo("25 25");
    }

    @Test
    void leavesADayToWhichTheJobIsWriting() throws Exception {
        lake.add(DAY, 1);
        lake.add(DAY, 1);
        lake.add(NEXT_DAY, 1);
        Path newest = lake.add(NEXT_DAY, 1);
        Files.writeString(lake.folder(DAY).resolve(".readings-9.parquet.inprogress.1f"), "x");
        Files.setLastModifiedTime(
                newest, FileTime.from(LakeFiles.NOW.minus(Duration.ofMinutes(59))));

        CompactionResult result = lake.compact();

        assertThat(result.compacted()).isEmpty();
        assertThat(result.skipped())
                .extracting(Skipped::reason)
                .containsOnly("2 small files, but files are being added");
        assertThat(result.skipped()).hasSize(2).noneMatch(Skipped::fault);
    }

    @Test
    void aLargeFileStaysAndIsNotCopied() throws Exception {
        Path large = lake.add("large.parquet", DAY, 3_000);
        lake.add(DAY, 1);
        lake.add(DAY, 1);
        Object inode = Files.getAttribute(large, "unix:ino");

        new LakeCompaction(
                        lake.layout(),
                        new CompactionSettings(
                                Files.size(large), Duration.ofHours(1), Duration.ZERO))
                .run(LakeFiles.NOW);

        assertThat(Files.getAttribute(large, "unix:ino")).isEqualTo(inode);
        assertThat(Files.list(lake.folder(DAY)).filter(LakeLayout::isFinished)).hasSize(2);
        assertThat(lake.counts()).isEqualTo("3002 3002");
    }

    @Test
    void replacedFilesStayForTheGracePeriod() throws Exception {
        Path file = lake.add(DAY, 3);
        lake.add(DAY, 4);
        lake.compact();
        ListedFile listed = new ListedFile(lake.layout(), "readings", file);

        long length = listed.getLength();
        listed.newStream().close();
        long removedEarly = run(LakeFiles.NOW.plus(Duration.ofHours(23)));
        boolean keptEarly = lake.layout().replaced().resolve("readings").toFile().list().length > 0;
        long removedLate = run(LakeFiles.NOW.plus(Duration.ofHours(25)));

        assertThat(length).isPositive();
        assertThat(removedEarly).isZero();
        assertThat(keptEarly).isTrue();
        assertThat(removedLate).isGreaterThan(length);
        assertThat(lake.layout().replaced().resolve("readings")).isEmptyDirectory();
    }

    private long run(java.time.Instant now) throws Exception {
        return new LakeCompaction(lake.layout(), CompactionSettings.DEFAULT)
                .run(now)
                .bytesRemoved();
    }
}
