package io.fueloptimine.jobs.backfill.files;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fueloptimine.jobs.training.csv.CsvHeader;
import io.fueloptimine.jobs.training.csv.CsvPosition;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.ReadProgress;
import io.fueloptimine.jobs.training.csv.RecordLimit;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the objects of a JSON or NDJSON file as rows. The columns are the mapped names; a name with
 * dots leads to a value within nested objects, and the last element may be the index of an array.
 * Depth, length of texts and size of a record are limited, so that a hostile file cannot exhaust
 * the memory. A line of an NDJSON file that is not an object becomes one row that is rejected.
 */
final class JsonRows {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 65_536;
    private static final int MAX_COLUMNS_SHOWN = 200;
    private static final char PATH = '.';

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            new JsonFactoryBuilder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_TEXT)
                                                    .maxNumberLength(MAX_DEPTH * 2)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Reads one record, which others follow. */
    private static final ObjectReader RECORD =
            JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path path;
    private final FileTable table;
    private final CsvHeader header;

    JsonRows(Path path, FileTable table) {
        this.path = path;
        this.table = table;
        this.header = new CsvHeader(',', 1, table.columns().columns().toArray(String[]::new));
    }

    /** The names of the values of the first record; empty when there is none. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        try {
            forEach(
                    (record, line) -> {
                        addNames("", record, names);
                        return false;
                    },
                    new ReadProgress(1, percent -> {}));
        } catch (InvalidInputException e) {
            // Reported when the records are read.
        }
        return names;
    }

    long read(long number, Consumer<CsvRow> rows, ReadProgress progress) {
        long[] next = {number};
        String name = path.getFileName().toString();
        forEach(
                (record, line) -> {
                    rows.accept(
                            new CsvRow(
                                    new CsvPosition(name, line),
                                    next[0]++,
                                    header,
                                    values(record)));
                    return true;
                },
                progress);
        return next[0];
    }

    /** Receives one record; returns whether to go on. */
    private interface Records {
        boolean accept(JsonNode record, long line);
    }

    private void forEach(Records records, ReadProgress progress) {
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            skipByteOrderMark(text);
            if (table.format() == FileFormat.NDJSON) {
                lines(text, records, progress);
            } else {
                document(text, records, progress);
            }
        } catch (RecordLimit.TooLongException e) {
            throw fault("a record of more than " + RecordLimit.MAX_CHARACTERS + " characters", e);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw fault("line " + line + " is not JSON, or is nested deeper than " + MAX_DEPTH, e);
        } catch (IOException e) {
            throw fault("it cannot be read as UTF-8", e);
        }
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private void lines(BufferedReader text, Records records, ReadProgress progress)
            throws IOException {
        RecordLimit limit = new RecordLimit(text);
        // Small, so that the limit counts what belongs to the line.
        BufferedReader lines = new BufferedReader(limit, MAX_TEXT);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            limit.restart();
            progress.at(limit.total());
            if (!line.isBlank() && !records.accept(objectOf(line), number)) {
                return;
            }
        }
    }

    /** The object on a line; a text with the line if it is not an object. */
    private static JsonNode objectOf(String line) {
        try {
            JsonNode record = JSON.readTree(line);
            return record.isObject() ? record : JSON.getNodeFactory().textNode(line);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(line);
        }
    }

    private void document(Reader text, Records records, ReadProgress progress) throws IOException {
        RecordLimit limit = new RecordLimit(text);
        try (JsonParser parser = JSON.getFactory().createParser(limit)) {
            parser.nextToken();
            for (String field : table.records()) {
                enter(parser, field);
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw fault("it has no array of records, see 'records' of the mapping", null);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw fault("it ends within the array of records", null);
                }
                long line = parser.currentTokenLocation().getLineNr();
                JsonNode record = RECORD.readTree(parser);
                limit.restart();
                progress.at(limit.total());
                if (!records.accept(record, line)) {
                    return;
                }
            }
        }
    }

    private void enter(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(field);
                parser.nextToken();
                if (found) {
                    return;
                }
                parser.skipChildren();
            }
        }
        throw fault("it has no field " + field + ", see 'records' of the mapping", null);
    }

    private String[] values(JsonNode record) {
        if (!record.isObject()) {
            // More values than columns: the row is rejected and its text is kept.
            String[] all = new String[header.names().size() + 1];
            Arrays.fill(all, "");
            all[all.length - 1] = record.isTextual() ? record.asText() : record.toString();
            return all;
        }
        return header.names().stream().map(name -> text(record, name)).toArray(String[]::new);
    }

    private static String text(JsonNode record, String name) {
        JsonNode value = record.path(name);
        if (value.isMissingNode() && name.indexOf(PATH) > 0) {
            value = record;
            for (String step : name.split("\\.")) {
                value = value.isArray() ? element(value, step) : value.path(step);
            }
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static JsonNode element(JsonNode array, String index) {
        return array.path(index.matches("[0-9]{1,6}") ? Integer.parseInt(index) : -1);
    }

    private static void addNames(String prefix, JsonNode node, List<String> names) {
        if (!node.isObject()) {
            names.add(prefix);
            return;
        }
        node.fields()
                .forEachRemaining(
                        field -> {
                            if (names.size() < MAX_COLUMNS_SHOWN) {
                                addNames(
                                        prefix.isEmpty()
                                                ? field.getKey()
                                                : prefix + PATH + field.getKey(),
                                        field.getValue(),
                                        names);
                            }
                        });
    }

    private InvalidInputException fault(String found, IOException cause) {
        return new InvalidInputException(
                "--files " + path + ": " + found + ", expected " + table.format().mappingName(),
                cause);
    }
}
