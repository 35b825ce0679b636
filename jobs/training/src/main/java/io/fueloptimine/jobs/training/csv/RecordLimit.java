package io.fueloptimine.jobs.training.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Limits the length of a row, so that a file without line ends or with an unclosed quotation mark
 * cannot exhaust the memory. Not thread-safe.
 */
public final class RecordLimit extends FilterReader {

    /** The maximum length of a row, characters. */
    public static final int MAX_CHARACTERS = 1 << 20;

    private long total;
    private long start;

    public RecordLimit(Reader in) {
        super(in);
    }

    /** Reports the end of a row, after which the length of the next row is counted from 0. */
    public void restart() {
        start = total;
    }

    /** Number of characters read from the file. */
    public long total() {
        return total;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (total - start > MAX_CHARACTERS) {
            throw new TooLongException();
        }
        int read = super.read(buffer, offset, length);
        total += Math.max(0, read);
        return read;
    }

    /** Thrown when a row is too long. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("a row of more than " + MAX_CHARACTERS + " characters");
        }
    }
}
