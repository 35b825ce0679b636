package io.fueloptimine.connectors.parquet.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeRetentionTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-06");

    @TempDir Path root;

    private LakeFiles lake;

    @BeforeEach
    void openTheLake() throws Exception {
        lake = new LakeFiles(root);
        lake.add("2026-01-04", 1);
        lake.add("2026-01-05", 2);
        lake.add("2026-01-06", 3);
        lake.add("__HIVE_DEFAULT_PARTITION__", 4);
    }

    @Test
    void removesEarlierDaysAndKeepsOthers() throws Exception {
        List<LakeRetention.Removed> removed =
                new LakeRetention(lake.layout(), false).removeBefore(FIRST);

        assertThat(removed)
                .extracting(LakeRetention.Removed::label)
                .containsExactly("readings/date=2026-01-04", "readings/date=2026-01-05");
        assertThat(lake.counts()).isEqualTo("7 7");
        assertThat(root.resolve("_lake/replaced/readings")).isEmptyDirectory();
    }

    @Test
    void aDryRunTellsTheSameAndRemovesNothing() throws Exception {
        List<LakeRetention.Removed> told =
                new LakeRetention(lake.layout(), true).removeBefore(FIRST);

        assertThat(lake.counts()).isEqualTo("10 10");
        assertThat(new LakeRetention(lake.layout(), false).removeBefore(FIRST)).isEqualTo(told);
    }

    @Test
    void tellsWhatStaysInSnapshots() throws Exception {
        new LakeSnapshots(lake.layout())
                .take(Map.of("readings", LocalDate.parse("2026-01-05")), 0, LakeFiles.NOW);

        List<LakeRetention.Removed> removed =
                new LakeRetention(lake.layout(), false).removeBefore(FIRST);

        assertThat(removed.get(0).keptBytes()).isZero();
        assertThat(removed.get(1).keptBytes()).isEqualTo(removed.get(1).bytes()).isPositive();
    }

    @Test
    void aDayToWhichTheJobIsWritingStays() throws Exception {
        Files.writeString(lake.folder("2026-01-04").resolve(".r.parquet.inprogress.1"), "x");

        assertThat(new LakeRetention(lake.layout(), false).removeBefore(FIRST)).hasSize(1);
        assertThat(lake.counts()).isEqualTo("8 8");
    }

    @Test
    void removesOnlyUnfinishedFilesThatAreOld() throws Exception {
        Path old = lake.folder("2026-01-04").resolve(".r.parquet.inprogress.1");
        Path recent = lake.folder("2026-01-05").resolve(".r.parquet.inprogress.2");
        Files.writeString(old, "abc");
        Files.writeString(recent, "abc");
        Files.setLastModifiedTime(old, FileTime.from(LakeFiles.NOW.minus(Duration.ofDays(8))));
        Files.setLastModifiedTime(recent, FileTime.from(LakeFiles.NOW.minus(Duration.ofDays(6))));

        List<LakeRetention.Removed> removed =
                new LakeRetention(lake.layout(), false)
                        .removeUnfinished(Duration.ofDays(7), LakeFiles.NOW);

        assertThat(removed).singleElement().matches(one -> one.bytes() == 3 && one.files() == 1);
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(lake.counts()).isEqualTo("10 10");
    }
}
