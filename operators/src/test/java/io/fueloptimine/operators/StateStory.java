package io.fueloptimine.operators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * What happens to an operator before and after a snapshot, so that today's code can go on from a
 * snapshot that an earlier version wrote.
 *
 * <p>Those snapshots lie in {@code src/test/resources/state/<version>/<name>}. When a version is
 * released, run the state tests once with {@code -Dfueloptimine.write-state=<version>} and commit
 * what they wrote; never write a version's folder again.
 *
 * @param name the operator's, and its snapshots' file name
 * @param harness makes the operator anew
 * @param before what the earlier version saw
 * @param after what today's code sees after the restart
 * @param <H> the harness
 */
public record StateStory<H extends AbstractStreamOperatorTestHarness<?>>(
        String name, Maker<H> harness, Step<H> before, Step<H> after) {

    private static final Path SNAPSHOTS = Path.of("src", "test", "resources", "state");
    private static final String VERSION_TO_WRITE = System.getProperty("fueloptimine.write-state");

    /** Makes a harness that is not opened yet. */
    @FunctionalInterface
    public interface Maker<H> {
        H make() throws Exception;
    }

    /** Feeds a harness. */
    @FunctionalInterface
    public interface Step<H> {
        void play(H harness) throws Exception;
    }

    /** The versions whose snapshots are kept. */
    public static Stream<String> versions() throws IOException {
        if (VERSION_TO_WRITE != null) {
            return Stream.of(VERSION_TO_WRITE);
        }
        try (Stream<Path> folders = Files.list(SNAPSHOTS)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The snapshot of an operator and a version, written from {@code before} when asked to. */
    public static OperatorSubtaskState snapshotOf(
            String operator, String version, Callable<OperatorSubtaskState> before)
            throws Exception {
        Path file = SNAPSHOTS.resolve(version).resolve(operator);
        if (VERSION_TO_WRITE != null) {
            Files.createDirectories(file.getParent());
            OperatorSnapshotUtil.writeStateHandle(before.call(), file.toString());
        }
        return OperatorSnapshotUtil.readStateHandle(file.toString());
    }

    /** What the operator says after it was restored from a version's snapshot. */
    public List<Object> toldAfter(String version) throws Exception {
        return toldAfter(snapshotOf(name, version, this::snapshot));
    }

    /** What the operator says after it was restored from its own snapshot: what is to be. */
    public List<Object> toldAfterItself() throws Exception {
        return toldAfter(snapshot());
    }

    private OperatorSubtaskState snapshot() throws Exception {
        try (H first = harness.make()) {
            first.open();
            before.play(first);
            return first.snapshot(1, 1);
        }
    }

    private List<Object> toldAfter(OperatorSubtaskState snapshot) throws Exception {
        try (H second = harness.make()) {
            second.initializeState(snapshot);
            second.open();
            after.play(second);
            List<Object> told = new ArrayList<>();
            for (Object output : second.getOutput()) {
                if (output instanceof StreamRecord<?> record) {
                    told.add(record.getValue());
                }
            }
            return told;
        }
    }
}
