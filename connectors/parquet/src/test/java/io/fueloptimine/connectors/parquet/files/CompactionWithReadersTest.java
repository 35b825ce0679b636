package io.fueloptimine.connectors.parquet.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.parquet.LakeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Readers before, during and after a compaction, and compactions that were killed. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class CompactionWithReadersTest {

    private static final int DAYS = 10;
    private static final int FILES = 15;
    private static final int ROWS = 20;
    private static final String ALL = DAYS * FILES * ROWS + " " + DAYS * FILES * ROWS;

    @TempDir Path root;

    private LakeFiles lake;

    @BeforeEach
    void fillTheLake() throws Exception {
        lake = new LakeFiles(root);
        for (int day = 0; day < DAYS; day++) {
            for (int file = 0; file < FILES; file++) {
                lake.add("2026-01-" + (10 + day), ROWS);
            }
        }
    }

    @Test
    void duckDbCountsTheSameRowsBeforeDuringAndAfter() throws Exception {
        List<String> counts = whileCompacting(this::duckDb);

        assertThat(lake.counts()).isEqualTo(ALL);
        // A query that listed the files before the exchange can find one missing, and says so.
        assertThat(counts).contains(ALL).isSubsetOf(ALL, "a file is missing");
    }

    @Test
    void ourReaderReadsEachRowOnceBeforeDuringAndAfter() throws Exception {
        assertThat(whileCompacting(this::ours)).containsOnly(ALL);
        assertThat(ours()).isEqualTo(ALL);
    }

    /** The reader has listed all files and read the first when they are replaced. */
    @Test
    void ourReaderReadsTheFilesThatItListed() throws Exception {
        AtomicLong rows = new AtomicLong();
        new LakeReader(root)
                .readings(
                        List.of("sequence"),
                        row -> {
                            if (rows.getAndIncrement() == 0) {
                                compact();
                            }
                        });

        assertThat(rows).hasValue(DAYS * FILES * ROWS);
        assertThat(Files.list(lake.folder("2026-01-10")).filter(LakeLayout::isFinished)).hasSize(1);
    }

    @Test
    void aCompactionKilledBeforeTheExchangeLeavesNothing() throws Exception {
        LakePartition partition = lake.layout().partitions().get(0);
        Path folder =
                new ReplacedFiles(lake.layout()).begin(partition, LakeFiles.NOW.minusSeconds(60));
        Files.writeString(folder.resolve("readings-compacted-1-0.parquet"), "half a file");

        lake.compact();

        assertThat(folder).doesNotExist();
        assertThat(lake.counts()).isEqualTo(ALL);
    }

    @Test
    void aCompactionKilledAfterTheExchangeGivesFilesOfTheJobBack() throws Exception {
        lake.compact();
        LakePartition partition = lake.layout().partitions().get(0);
        Path old = LakeLayout.folders(lake.layout().replaced().resolve("readings")).toList().get(0);
        Set<String> merged =
                Set.copyOf(ReplacedFiles.names(new LakePartition("readings", old).files()));
        new CompactionMark(old.getFileName().toString(), merged).write(partition.folder());
        Path added = lake.add("readings-added.parquet", "2026-01-10", 7);
        Files.move(added, old.resolve(added.getFileName()));
        Files.writeString(old.resolve(".readings-8.parquet.inprogress.7e"), "begun");

        lake.compact();

        assertThat(partition.unfinished()).hasSize(1);
        assertThat(added).exists();
        assertThat(CompactionMark.isIn(partition.folder())).isFalse();
        assertThat(lake.counts()).isEqualTo((DAYS * FILES * ROWS + 7) + " 3007");
    }

    /** The results of a reader that reads again and again, until after a compaction. */
    private List<String> whileCompacting(Callable<String> reader) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<Void> compacted = new CompletableFuture<>();
        try {
            Future<List<String>> results =
                    thread.submit(
                            () -> {
                                List<String> seen = new ArrayList<>();
                                while (!compacted.isDone()) {
                                    seen.add(reader.call());
                                    reading.countDown();
                                }
                                return seen;
                            });
            reading.await();
            compact();
            compacted.complete(null);
            return results.get();
        } finally {
            compacted.complete(null);
            thread.shutdown();
        }
    }

    private void compact() {
        try {
            assertThat(lake.compact().compacted()).hasSize(DAYS);
        } catch (Exception e) {
            throw new AssertionError("the compaction failed", e);
        }
    }

    private String duckDb() {
        try {
            return lake.counts();
        } catch (SQLException e) {
            return e.getMessage().contains("No such file") ? "a file is missing" : e.getMessage();
        }
    }

    private String ours() throws Exception {
        List<Object> numbers = new ArrayList<>();
        new LakeReader(root).readings(List.of("sequence"), row -> numbers.add(row.get("sequence")));
        return numbers.size() + " " + Set.copyOf(numbers).size();
    }
}
