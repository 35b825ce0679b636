package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.trees.XgboostFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes in against bytes held: files of a registry that would fill the memory are refused. */
class ModelFileLimitsTest {

    private static final String NAME = "fuel-window";
    private static final long LARGE = 3L << 30;
    private static final int HOSTILE_BYTES = 1 << 20;
    private static final int MAX_RATIO = 200;

    @TempDir Path root;

    private ModelRegistry registry;
    private int version;

    @BeforeEach
    void aRegisteredModel() {
        registry = new ModelRegistry(root);
        version = registry.register(Drafts.windows());
        registry.promote(NAME, version);
    }

    @Test
    void largeFilesAreRefused() throws IOException {
        refused(ForestFiles.EXPECTED, () -> registry.load(NAME, version));
        refused("metadata.json", () -> registry.metadata(NAME, version));
        refused("champion", () -> registry.championVersion(NAME));
        refused(NAME + ".jsonl", () -> registry.history(NAME));
    }

    static Stream<byte[]> hostile() {
        int pairs = HOSTILE_BYTES / 3;
        return Stream.of(
                        "[".repeat(HOSTILE_BYTES),
                        "{\"learner\":[" + "[],".repeat(pairs) + "[]]}",
                        "{\"learner\":[" + "{},".repeat(pairs) + "{}]}",
                        "{\"learner\":{\"x\":" + "9".repeat(HOSTILE_BYTES) + "}}",
                        "{\"learner\":{\"x\":1e999999999}}",
                        "{\"" + "k".repeat(HOSTILE_BYTES) + "\":1}",
                        "{i\u0001a" + "[".repeat(HOSTILE_BYTES),
                        "{i\u0001a[#l\u007f\u00ff\u00ff\u00ff",
                        "{i\u0001a[$Z#l\u007f\u00ff\u00ff\u00ff",
                        "{i\u0001a[$D#l\u007f\u00ff\u00ff\u00ff",
                        "{l\u007f\u00ff\u00ff\u00ffa")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileModelFileAllocatesAFewTimesItsSize(byte[] model) {
        long before = allocated();
        assertThatThrownBy(() -> XgboostFile.read(model, "model.json"))
                .isInstanceOf(InvalidModelException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));

        assertThat(allocated() - before).isLessThan((long) MAX_RATIO * HOSTILE_BYTES);
    }

    private void refused(String name, ThrowingCallable reading) throws IOException {
        Path file;
        try (Stream<Path> files = Files.walk(root)) {
            file = files.filter(f -> f.getFileName().toString().equals(name)).findFirst().get();
        }
        byte[] before = Files.readAllBytes(file);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        assertThatThrownBy(reading)
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("has more than");
        Files.write(file, before);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
