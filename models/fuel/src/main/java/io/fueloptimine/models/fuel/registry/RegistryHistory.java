package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history of one model's versions as an append-only file of JSON lines. A last line without a
 * line feed is incomplete and ignored. Writers must hold the lock of the registry.
 */
final class RegistryHistory {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHistory.class);
    private static final byte LINE_END = '\n';

    private final Path file;

    RegistryHistory(Path file) {
        this.file = file;
    }

    /** All events that can be read, the oldest first. */
    List<RegistryEvent> readable() {
        return read(
                fault -> LOG.warn("An event of the history is left out: {}", fault.getMessage()));
    }

    /**
     * All events, the oldest first.
     *
     * @param unreadable receives the fault of each line that cannot be read as an event
     */
    private List<RegistryEvent> read(Consumer<InvalidModelException> unreadable) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = new String(bytes(), StandardCharsets.UTF_8);
            List<String> lines = text.substring(0, text.lastIndexOf(LINE_END) + 1).lines().toList();
            List<RegistryEvent> events = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                try {
                    events.add(event(lines.get(i), i + 1));
                } catch (InvalidModelException e) {
                    unreadable.accept(e);
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Adds an event and forces it to disk. */
    void append(RegistryEvent event) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(endOfLastLine());
            channel.position(channel.size());
            DurableFile.append(channel, line(event));
        }
    }

    /**
     * The champion before the present one, taking rollbacks into account; empty when there is none.
     *
     * @throws InvalidModelException if an event cannot be read, because it may be the decisive one
     */
    OptionalInt championBefore(int champion) {
        Deque<Integer> champions = new ArrayDeque<>();
        for (RegistryEvent event : read(RegistryHistory::refuse)) {
            if (event.alias() == Alias.CHAMPION) {
                push(champions, event.previous());
                if (event.action() == RegistryEvent.Action.ROLLED_BACK) {
                    champions.poll();
                }
                push(champions, event.version());
            }
        }
        push(champions, champion);
        champions.poll();
        return champions.isEmpty() ? OptionalInt.empty() : OptionalInt.of(champions.peek());
    }

    /**
     * Adds a champion unless it is already the last one. An alias can have changed without an
     * event, for example when a process ended abruptly.
     */
    private static void push(Deque<Integer> champions, int version) {
        if (version > 0 && (champions.isEmpty() || champions.peek() != version)) {
            champions.push(version);
        }
    }

    private static void refuse(InvalidModelException fault) {
        throw fault;
    }

    private RegistryEvent event(String line, int number) {
        try {
            return MineJson.fromBytes(line.getBytes(StandardCharsets.UTF_8), RegistryEvent.class);
        } catch (IOException e) {
            throw new InvalidModelException(
                    "history " + file + ", line " + number + ": expected an event as JSON", e);
        }
    }

    private static byte[] line(RegistryEvent event) {
        return (new String(MineJson.toBytes(event), StandardCharsets.UTF_8) + (char) LINE_END)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        return RegistryFile.read("history", file, RegistryFile.MAX_HISTORY_BYTES);
    }

    private long endOfLastLine() throws IOException {
        byte[] bytes = bytes();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != LINE_END) {
            end--;
        }
        return end;
    }
}
