package io.fueloptimine.jobs.training.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the rows of a CSV file as texts, and skips blank rows. If the file cannot be read, the
 * methods throw an {@link InvalidInputException} that names the file and the line. Not thread-safe.
 */
final class CsvRecords implements AutoCloseable {

    private static final CsvFactory CSV =
            CsvFactory.builder()
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .build();

    /** The first line {@code sep=;} with which Excel declares the separator of a file. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("^\"?sep=(.)\"?\\1*(?:\r\n|\n|\r)", Pattern.CASE_INSENSITIVE);

    private static final int SEPARATOR_LINE_LENGTH = 64;

    private final Path file;
    private final CsvFormat format;
    private final RecordLimit limit;
    private final char separator;
    private final int linesBefore;
    private final CsvParser tokens;
    private long line;
    private String[] values;

    private CsvRecords(
            Path file,
            CsvFormat format,
            RecordLimit limit,
            char separator,
            int linesBefore,
            CsvParser tokens) {
        this.file = file;
        this.format = format;
        this.limit = limit;
        this.separator = separator;
        this.linesBefore = linesBefore;
        this.tokens = tokens;
    }

    /**
     * Opens a file. If the first line of the file declares a separator, the declared separator
     * replaces the given separator.
     */
    static CsvRecords open(Path file, CsvFormat format, char separator) {
        try {
            Reader text = CsvText.open(file, format.charset());
            try {
                return open(file, format, separator, text);
            } catch (IOException | RuntimeException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw fault(file, format, 0, e);
        }
    }

    private static CsvRecords open(Path file, CsvFormat format, char separator, Reader text)
            throws IOException {
        Optional<Character> declared = skipSeparatorLine(text);
        requireSame(file, format, declared);
        char used = declared.orElse(separator);
        RecordLimit limit = new RecordLimit(text);
        CsvParser tokens = CSV.createParser(limit);
        tokens.setSchema(
                CsvSchema.emptySchema().withColumnSeparator(used).withQuoteChar(format.quote()));
        return new CsvRecords(file, format, limit, used, declared.isPresent() ? 1 : 0, tokens);
    }

    /** The separator with which the file is read. */
    char separator() {
        return separator;
    }

    /** Advances to the next row. Returns false at the end of the file. */
    boolean next() {
        try {
            do {
                if (tokens.nextToken() == null) {
                    return false;
                }
                line = tokens.currentLocation().getLineNr();
                readRow();
                limit.restart();
            } while (isBlank(values));
            return true;
        } catch (IOException e) {
            throw fault(file, format, line(), e);
        }
    }

    /** The number of the line on which the current row begins, from 1. */
    long line() {
        return line + linesBefore;
    }

    /** The values of the current row. */
    String[] values() {
        return values;
    }

    /** Number of characters read so far. */
    long charactersRead() {
        return limit.total();
    }

    @Override
    public void close() {
        try {
            tokens.close();
        } catch (IOException e) {
            throw fault(file, format, line(), e);
        }
    }

    /** Reads the values of the current row, whose start token has already been read. */
    private void readRow() throws IOException {
        List<String> row = new ArrayList<>();
        while (tokens.nextToken() == JsonToken.VALUE_STRING) {
            if (row.isEmpty()) {
                line = tokens.currentTokenLocation().getLineNr();
            }
            row.add(tokens.getText());
        }
        values = row.toArray(String[]::new);
    }

    private static void requireSame(Path file, CsvFormat format, Optional<Character> declared) {
        if (declared.isPresent()
                && format.separator().isPresent()
                && !declared.equals(format.separator())) {
            throw new InvalidInputException(
                    String.format(
                            Locale.ROOT,
                            "fleet records %s: line 1 names the separator %s, expected that of the mapping (csv.separator), %s",
                            file,
                            CsvHeader.nameOf(declared.get()),
                            CsvHeader.nameOf(format.separator().get())));
        }
    }

    private static boolean isBlank(String[] values) {
        for (String value : values) {
            if (!value.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Character> skipSeparatorLine(Reader text) throws IOException {
        text.mark(SEPARATOR_LINE_LENGTH);
        char[] start = new char[SEPARATOR_LINE_LENGTH];
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
            read = text.read(start, length, start.length - length);
        }
        text.reset();
        Matcher line = SEPARATOR_LINE.matcher(new String(start, 0, length));
        if (!line.find()) {
            return Optional.empty();
        }
        for (int i = 0; i < line.end(); i++) {
            text.read();
        }
        return Optional.of(line.group(1).charAt(0));
    }

    private static InvalidInputException fault(
            Path file, CsvFormat format, long line, IOException e) {
        return new InvalidInputException(
                "fleet records " + file + ": " + reason(file, format, line, e), e);
    }

    private static String reason(Path file, CsvFormat format, long line, IOException e) {
        if (e instanceof RecordLimit.TooLongException) {
            return String.format(
                    Locale.ROOT,
                    "the row of line %d has more than %d characters, expected rows of at most so many: is a quotation mark %s not closed?",
                    line,
                    RecordLimit.MAX_CHARACTERS,
                    format.quote());
        }
        if (e instanceof JsonProcessingException broken) {
            long at = broken.getLocation() == null ? line : broken.getLocation().getLineNr();
            return String.format(
                    Locale.ROOT,
                    "the row of line %d has, up to line %d, a quotation mark %s that is not closed or is followed by more text, expected it doubled within a quoted value",
                    line,
                    at,
                    format.quote());
        }
        if (e instanceof CharacterCodingException) {
            return malformed(file, format)
                    + ", expected the charset of the mapping (csv.charset), such as windows-1252";
        }
        return "it cannot be read";
    }

    private static String malformed(Path file, CsvFormat format) {
        try {
            return CsvText.malformed(file, format.charset());
        } catch (IOException e) {
            return "it is not " + format.charset();
        }
    }
}
