package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {

    @TempDir Path folder;

    @Test
    void isEmptyBeforeTheFirstCheckpoint() {
        assertThat(points().newest()).isEmpty();
    }

    @Test
    void newestIsTheLatestCompleteSavepointOrCheckpoint() throws IOException {
        Path stopped = complete(points().savepoints().resolve("savepoint-1"), 1_000);
        assertThat(points().newest()).contains(stopped);

        Path crashed = complete(points().checkpoints().resolve("job/chk-7"), 2_000);
        Files.createDirectories(points().checkpoints().resolve("job/chk-8"));
        assertThat(points().newest()).contains(crashed);
    }

    @Test
    void keepOnlyDeletesAllOtherRestorePoints() throws IOException {
        complete(points().checkpoints().resolve("job/chk-7"), 2_000);
        complete(points().savepoints().resolve("savepoint-1"), 1_000);
        Path latest = complete(points().savepoints().resolve("savepoint-2"), 3_000);

        points().keepOnly(latest);

        assertThat(points().newest()).contains(latest);
        assertThat(points().savepoints().resolve("savepoint-1")).doesNotExist();
        assertThat(points().checkpoints()).doesNotExist();
    }

    private RestorePoints points() {
        return new RestorePoints(folder, "FuelOptiMine ingest");
    }

    private static Path complete(Path point, long modifiedAtMs) throws IOException {
        Files.createDirectories(point);
        Path metadata = Files.writeString(point.resolve("_metadata"), "x");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(modifiedAtMs));
        return point;
    }
}
