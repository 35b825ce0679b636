package io.fueloptimine.models.training.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fueloptimine.models.mine.MineJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A search's trials as a file of JSON lines: one of the study, then one a trial, each forced to the
 * disk before the next trial begins.
 *
 * <p>A last line without its line feed was cut short by the end of its process: it is dropped, and
 * its trial tried again. Not thread-safe; what another process writes is noticed at the next
 * append.
 */
final class StudyJournal {

    private static final byte LINE_FEED = '\n';

    private final Path file;
    private final JournalHead head;
    private final List<Trial> trials = new ArrayList<>();
    private long length;

    private StudyJournal(Path file, StudySettings settings) {
        this.file = file;
        this.head = JournalHead.of(settings);
    }

    /**
     * The journal of a study, begun when the file is missing.
     *
     * @throws StudyJournalException when it is another study's, is damaged, or cannot be written
     */
    static StudyJournal open(Path file, StudySettings settings) {
        StudyJournal journal = new StudyJournal(file, settings);
        try {
            journal.read(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            journal.dropCutLine();
        } catch (IOException e) {
            throw journal.unusable("cannot be opened: " + e, e);
        }
        if (journal.length == 0) {
            journal.write(line(journal.head));
        }
        return journal;
    }

    /** The trials that were there when it was opened, by number. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /**
     * Adds a trial; it is on the disk when this returns.
     *
     * @throws StudyJournalException when it cannot be written, or the file is not as it was left
     */
    void append(Trial trial) {
        write(line(TrialLine.of(trial)));
    }

    private void read(byte[] bytes) {
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != LINE_FEED) {
            whole--;
        }
        if (whole == 0) {
            requireBeginningOfHead(bytes);
        } else {
            String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            requireHead(lines.get(0));
            lines.stream().skip(1).forEach(this::readTrial);
        }
        length = whole;
    }

    /** A file without a line may be a head cut short; any other file is somebody's own. */
    private void requireBeginningOfHead(byte[] bytes) {
        byte[] expected = line(head);
        if (!Arrays.equals(bytes, Arrays.copyOf(expected, bytes.length))) {
            throw unusable("is not a search's journal", null);
        }
    }

    private void requireHead(String line) {
        JournalHead found;
        try {
            found = parse(line, JournalHead.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unusable("is not a search's journal", e);
        }
        found.difference(head)
                .ifPresent(
                        difference -> {
                            throw unusable("is another search's: its " + difference, null);
                        });
    }

    private void readTrial(String line) {
        int number = trials.size();
        try {
            TrialLine read = parse(line, TrialLine.class);
            trials.add(read.trial(number, head.study().space()));
        } catch (JsonProcessingException e) {
            throw unusable("is damaged: line " + (number + 2) + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw unusable("is damaged: line " + (number + 2) + ": " + e.getMessage(), e);
        }
    }

    private static <T> T parse(String line, Class<T> type) throws JsonProcessingException {
        T value = MineJson.mapper().readValue(line, type);
        if (value == null) {
            throw new IllegalArgumentException("must be a JSON object, was " + line);
        }
        return value;
    }

    private void dropCutLine() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = openToWrite()) {
            channel.truncate(length);
        }
    }

    private void write(byte[] line) {
        try (FileChannel channel = openToWrite()) {
            if (channel.size() != length) {
                throw unusable(
                        String.format(
                                "was written by another process: it has %d bytes, expected %d",
                                channel.size(), length),
                        null);
            }
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes, length + bytes.position());
            }
            channel.force(true);
        } catch (IOException e) {
            throw unusable("cannot be written: " + e, e);
        }
        length += line.length;
    }

    private FileChannel openToWrite() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static byte[] line(Object value) {
        byte[] json = MineJson.toBytes(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = LINE_FEED;
        return line;
    }

    private StudyJournalException unusable(String fault, Exception cause) {
        return new StudyJournalException(file, fault, cause);
    }
}
