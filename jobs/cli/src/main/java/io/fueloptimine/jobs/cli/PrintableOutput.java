package io.fueloptimine.jobs.cli;

import io.fueloptimine.models.mine.input.PrintableText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The output of all commands to a terminal. Control characters, and characters that reverse the
 * direction of the text, are escaped, so that names and texts of other systems cannot change the
 * state of the terminal.
 */
final class PrintableOutput extends FilterWriter {

    private PrintableOutput(Writer terminal) {
        super(terminal);
    }

    /** Creates a writer to a terminal. The writer is flushed after each line. */
    static PrintWriter of(PrintWriter terminal) {
        return new PrintWriter(new PrintableOutput(terminal), true);
    }

    @Override
    public void write(int character) throws IOException {
        // A single half of a surrogate pair cannot be judged; PrintWriter writes whole texts.
        if (Character.isSurrogate((char) character)) {
            out.write(character);
        } else {
            write(String.valueOf((char) character));
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(PrintableText.ofLines(text.substring(from, from + length)));
    }

    @Override
    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }
}
