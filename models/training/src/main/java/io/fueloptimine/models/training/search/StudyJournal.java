package io.fueloptimine.models.training.search;

import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
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
import java.util.Locale;

/**
 * The trials of a search as a file of JSON lines: a header, then one line per trial. Each line is
 * forced to disk before the next trial begins.
 *
 * <p>A last line without a line feed is incomplete, because the process ended while it wrote the
 * line. Such a line is dropped and its trial runs again. Not thread-safe. A write by another
 * process is detected at the next append.
 */
final class StudyJournal {

    private static final byte LINE_FEED = '\n';

    private final Path file;
    private final JournalHeader header;
    private final List<Trial> trials = new ArrayList<>();
    private long length;

    private StudyJournal(Path file, StudySettings settings) {
        this.file = file;
        this.header = JournalHeader.of(settings);
    }

    /**
     * Opens the journal of a study, or creates it if the file does not exist.
     *
     * @throws StudyJournalException when the file belongs to another study, is damaged, or cannot
     *     be written
     */
    static StudyJournal open(Path file, StudySettings settings) {
        StudyJournal journal = new StudyJournal(file, settings);
        try {
            journal.read(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            journal.dropIncompleteLine();
        } catch (IOException e) {
            throw journal.unusable("cannot be opened: " + e, e);
        }
        if (journal.length == 0) {
            journal.write(line(journal.header));
        }
        return journal;
    }

    /** The trials that the file contained when it was opened, by number. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /**
     * Adds a trial and forces it to disk.
     *
     * @throws StudyJournalException when the file cannot be written, or another process has changed
     *     the file
     */
    void append(Trial trial) {
        write(line(TrialLine.of(trial)));
    }

    private void read(byte[] bytes) {
        int complete = bytes.length;
        while (complete > 0 && bytes[complete - 1] != LINE_FEED) {
            complete--;
        }
        if (complete == 0) {
            requireHeaderPrefix(bytes);
        } else {
            String text = new String(bytes, 0, complete, StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            requireHeader(lines.get(0));
            lines.stream().skip(1).forEach(this::readTrial);
        }
        length = complete;
    }

    /**
     * Checks a file without a complete line. Such a file can be an incomplete header; otherwise it
     * is not a journal and must not be overwritten.
     */
    private void requireHeaderPrefix(byte[] bytes) {
        byte[] expected = line(header);
        if (!Arrays.equals(bytes, Arrays.copyOf(expected, bytes.length))) {
            throw unusable("is not the journal of a search", null);
        }
    }

    private void requireHeader(String line) {
        JournalHeader found;
        try {
            found = parse(line, JournalHeader.class);
        } catch (InvalidJsonException | IllegalArgumentException e) {
            throw unusable("is not the journal of a search", e);
        }
        found.difference(header)
                .ifPresent(
                        difference -> {
                            throw unusable("belongs to another search: its " + difference, null);
                        });
    }

    private void readTrial(String line) {
        int number = trials.size();
        try {
            TrialLine read = parse(line, TrialLine.class);
            trials.add(read.trial(number, header.study().space()));
        } catch (InvalidJsonException | IllegalArgumentException e) {
            throw unusable("is damaged: line " + (number + 2) + ": " + e.getMessage(), e);
        }
    }

    private static <T> T parse(String line, Class<T> type) throws InvalidJsonException {
        T value = MineJson.fromBytes(line.getBytes(StandardCharsets.UTF_8), type);
        if (value == null) {
            throw new IllegalArgumentException("must be a JSON object, was " + line);
        }
        return value;
    }

    private void dropIncompleteLine() throws IOException {
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
                                Locale.ROOT,
                                "was written by another process: it has %d bytes, expected %d",
                                channel.size(),
                                length),
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
