package io.fueloptimine.jobs.gateway.aemp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fueloptimine.models.message.aemp.AempMachine;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is kept between two snapshots, also over a restart. Messages are written before they are
 * published, and removed after the broker has acknowledged them: a killed gateway sends them again
 * unchanged, and job ingest recognises them as repeats.
 *
 * @param machines what is known of each machine, by the machine's key
 * @param waiting the messages that the broker has not acknowledged, by the machine's key
 */
record PullState(
        @JsonProperty("machines") Map<String, AempMachine> machines,
        @JsonProperty("waiting") Map<String, List<String>> waiting) {

    static final PullState EMPTY = new PullState(Map.of(), Map.of());

    /**
     * Reads the state; empty when there is no file yet.
     *
     * @throws InvalidInputException when the file is no state. It is not replaced: without it, what
     *     was burnt since the last snapshot would be missing.
     */
    static PullState read(Path file) {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        try {
            PullState state = MineJson.fromBytes(Files.readAllBytes(file), PullState.class);
            Objects.requireNonNull(state.machines());
            Objects.requireNonNull(state.waiting());
            return state;
        } catch (InvalidJsonException | NullPointerException e) {
            throw new InvalidInputException(
                    "state file "
                            + file
                            + " cannot be read, expected the JSON that the gateway wrote; remove the"
                            + " file to begin with the next snapshot");
        } catch (IOException e) {
            throw new InvalidInputException("state file " + file + " " + TextFile.reason(e), e);
        }
    }

    /** Writes the state; a crash leaves the old file or the new one. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, MineJson.toBytes(this));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
