package io.fueloptimine.models.mine.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads text files that people write. The files must be valid UTF-8. */
public final class TextFile {

    /**
     * The maximum size of a file, bytes; the file of a mine with hundreds of trucks has some
     * hundred kilobytes.
     */
    public static final int MAX_BYTES = 3 << 20;

    private TextFile() {}

    /**
     * Reads a file.
     *
     * @param kind what the file is, such as {@code mine file}
     * @throws InvalidInputException when the file does not exist, cannot be read, is larger than
     *     {@link #MAX_BYTES} or is not UTF-8; the message names the file
     */
    public static String read(String kind, Path file) {
        byte[] bytes;
        // Not Files.readAllBytes: a device or a pipe may have no end.
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new InvalidInputException(kind + " " + file + " " + reason(e), e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InvalidInputException(
                    kind + " " + file + " has more than " + MAX_BYTES + " bytes, expected fewer");
        }
        return text(bytes, kind + " " + file);
    }

    /**
     * Decodes UTF-8.
     *
     * @param source names the origin of the bytes in faults
     * @throws InvalidInputException when the bytes are not UTF-8; the message names the line
     */
    public static String text(byte[] bytes, String source) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(input).toString();
        } catch (CharacterCodingException e) {
            int at = input.position();
            throw new InvalidInputException(
                    source,
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "byte 0x%02X in line %d, expected UTF-8 text",
                                    bytes[at],
                                    lineOf(bytes, at))));
        }
    }

    /**
     * The reason why a file cannot be read or written, worded as the end of a sentence that begins
     * with the name of the file.
     */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "cannot be used: this user has no permission";
        }
        // The reason of the operating system, such as "Is a directory".
        boolean named = e instanceof FileSystemException file && file.getReason() != null;
        return named ? "cannot be used: " + ((FileSystemException) e).getReason() : osReason(e);
    }

    private static String osReason(IOException e) {
        boolean directory = "Is a directory".equals(e.getMessage());
        return directory ? "is a folder, expected a file" : "cannot be read";
    }

    private static int lineOf(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
