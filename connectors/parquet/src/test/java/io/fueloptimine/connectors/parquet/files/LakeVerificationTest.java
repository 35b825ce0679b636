package io.fueloptimine.connectors.parquet.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LakeVerificationTest {

    private static final String DAY = "2026-01-05";

    @TempDir Path root;

    private LakeFiles lake;
    private Path first;

    @BeforeEach
    void openTheLake() throws Exception {
        lake = new LakeFiles(root);
        first = lake.add(DAY, 200);
        lake.add(DAY, 20);
    }

    @Test
    void recordsNewFilesOnceAndFindsNothingWrong() throws Exception {
        LakeVerification.Result recorded = verify();
        lake.add(DAY, 5);
        LakeVerification.Result added = verify();

        assertThat(recorded.recorded()).isEqualTo(2);
        assertThat(added.recorded()).isEqualTo(1);
        assertThat(added.files()).isEqualTo(3);
        assertThat(recorded.faults()).isEmpty();
        assertThat(added.faults()).isEmpty();
    }

    @Test
    void namesAFileThatHasChanged() throws Exception {
        verify();
        flipAByte(first);

        assertThat(verify().faults())
                .singleElement()
                .asString()
                .startsWith(first + " has changed: SHA-256 ");
    }

    @Test
    void namesAFileThatIsMissing() throws Exception {
        verify();
        Files.delete(first);

        assertThat(verify().faults()).containsExactly(first + " is missing, expected 200 rows");
    }

    /**
     * The page checksums that the job wrote tell that a file was damaged before it was recorded.
     */
    @Test
    void namesANewFileWithADamagedPage() throws Exception {
        flipAByte(first);

        LakeVerification.Result result = verify();

        assertThat(result.faults())
                .containsExactly("cannot read " + first + ", expected a complete Parquet file");
        assertThat(result.recorded()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void compactedFilesAreRecorded() throws Exception {
        lake.compact();
        LakeVerification.Result result = verify();

        assertThat(result.recorded()).isZero();
        assertThat(result.files()).isEqualTo(1);
        assertThat(result.faults()).isEmpty();
    }

    private LakeVerification.Result verify() throws Exception {
        return new LakeVerification(lake.layout()).run();
    }

    /** Changes a byte of the numbers in the middle of the first half. */
    private static void flipAByte(Path file) throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long at = 600;
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }
}
