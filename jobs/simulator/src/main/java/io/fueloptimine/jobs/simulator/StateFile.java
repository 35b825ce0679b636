package io.fueloptimine.jobs.simulator;

import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file with the state of a mine. The file is replaced atomically, so that a reader always finds
 * a complete file.
 */
final class StateFile {

    private static final String NAME = "mine-state.json";

    private final Path file;

    StateFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * Reads the state of the last run.
     *
     * @return the state; empty when there is no state file
     * @throws MineStateException when the file cannot be read or contains no valid state
     */
    Optional<SavedMine> read() {
        try {
            SavedMine saved = MineJson.fromBytes(Files.readAllBytes(file), SavedMine.class);
            requireComplete(saved);
            return Optional.of(saved);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (InvalidJsonException e) {
            throw unusable("is not readable: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unusable(TextFile.reason(e), e);
        }
    }

    private void requireComplete(SavedMine saved) {
        if (saved == null || saved.format() != SavedMine.FORMAT) {
            throw unusable("does not have format " + SavedMine.FORMAT, null);
        }
        if (saved.horizon() == null
                || saved.scenarioStart() == null
                || saved.published() == null
                || saved.pit() == null
                || saved.pit().time() == null) {
            throw unusable("lacks fields", null);
        }
    }

    private MineStateException unusable(String why, Exception cause) {
        return new MineStateException(
                "mine state " + file + " " + why + "; move it away to start a new mine", cause);
    }

    /** Replaces the file atomically with a file that contains the given state. */
    void write(SavedMine state) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(NAME + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(MineJson.toBytes(state));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
