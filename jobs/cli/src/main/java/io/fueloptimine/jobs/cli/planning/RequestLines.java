package io.fueloptimine.jobs.cli.planning;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads lines of bounded length. A longer line is skipped to its end, so that it does not fill the
 * memory. Not thread-safe.
 */
final class RequestLines {

    private final Reader input;
    private final int maxLength;
    private boolean tooLong;

    /**
     * @param input a buffered reader
     * @param maxLength largest number of characters of a line
     */
    RequestLines(Reader input, int maxLength) {
        this.input = input;
        this.maxLength = maxLength;
    }

    /** The next line; its first characters when it is too long; empty at the end of the input. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        int read = input.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            tooLong |= line.length() == maxLength;
            if (!tooLong) {
                line.append((char) read);
            }
            read = input.read();
        }
        return Optional.of(line.toString());
    }

    /** Whether the last line was too long. */
    boolean tooLong() {
        return tooLong;
    }
}
