package io.fueloptimine.jobs.training.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Decodes the characters of a CSV file. The charset of a byte order mark takes precedence over the
 * charset of the mapping.
 */
final class CsvText {

    private static final int MARK_LENGTH = 3;
    private static final int BUFFER = 1 << 16;

    private CsvText() {}

    /**
     * Opens a file. The reader throws a CharacterCodingException for bytes that are invalid in the
     * file's charset.
     *
     * @param given the charset of a file without byte order mark
     */
    static Reader open(Path file, Charset given) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            Charset charset = afterMark(bytes, given);
            return new BufferedReader(new InputStreamReader(bytes, strict(charset)), BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Describes the first byte of a file that is invalid in the file's charset.
     *
     * @param given the charset of a file without byte order mark
     */
    static String malformed(Path file, Charset given) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            Charset charset = afterMark(bytes, given);
            CharsetDecoder decoder = strict(charset);
            ByteBuffer in = ByteBuffer.allocate(BUFFER);
            CharBuffer out = CharBuffer.allocate(BUFFER);
            long line = 1;
            boolean ends = false;
            while (!ends) {
                int read = bytes.read(in.array(), in.position(), in.remaining());
                ends = read < 0;
                in.position(in.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(in, out, ends);
                line += out.flip().chars().filter(c -> c == '\n').count();
                out.clear();
                if (result.isError()) {
                    return String.format(
                            Locale.ROOT,
                            "line %d has the byte 0x%02X, which is not %s",
                            line,
                            in.get(),
                            charset);
                }
                in.compact();
            }
            return "it is not " + charset;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Skips the byte order mark and returns its charset; returns {@code given} if there is no byte
     * order mark.
     */
    private static Charset afterMark(InputStream bytes, Charset given) throws IOException {
        bytes.mark(MARK_LENGTH);
        byte[] start = bytes.readNBytes(MARK_LENGTH);
        bytes.reset();
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (begins(start, 0xFF, 0xFE)) {
            bytes.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        if (begins(start, 0xFE, 0xFF)) {
            bytes.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        return given;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
