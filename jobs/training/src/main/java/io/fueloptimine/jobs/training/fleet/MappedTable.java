package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvFormat;
import io.fueloptimine.jobs.training.timestamp.TimestampPattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names and formats of one kind of records in CSV files. Immutable.
 *
 * @param file the file's name within the folder; a name with {@code *} or {@code ?} denotes all
 *     matching files, sorted by name
 * @param timestamp the pattern of the timestamps
 * @param machine the column with the machine that publishes the record, such as the truck of a
 *     cycle
 * @param time the column with the time of the record: for a haul cycle, when the truck's body was
 *     empty; for a refuelling, when pumping ended
 * @param times the column of each timestamp field
 * @param numbers the column of each numeric field; fields in other units that ingest supports, such
 *     as {@code dispensedGal}, are converted as in ingest
 * @param texts the column of each text field
 * @param words for text fields, the value that replaces each value of the file, such as the name of
 *     a production state; other values are used unchanged
 * @param unavailable values that mean that the value is unavailable, such as {@code Bad Input}; an
 *     empty value always means this
 * @param format the format of the file
 */
public record MappedTable(
        String file,
        TimestampPattern timestamp,
        String machine,
        String time,
        Map<String, String> times,
        Map<String, String> numbers,
        Map<String, String> texts,
        Map<String, Map<String, String>> words,
        List<String> unavailable,
        CsvFormat format) {

    public MappedTable {
        times = inOrder(times);
        numbers = inOrder(numbers);
        texts = inOrder(texts);
        words = inOrder(words);
        unavailable = List.copyOf(unavailable);
    }

    /** All columns that the file must have. */
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>(List.of(machine, time));
        columns.addAll(times.values());
        columns.addAll(numbers.values());
        columns.addAll(texts.values());
        return columns;
    }

    /** Copies a map and keeps its order, so that equal files give equal messages. */
    private static <T> Map<String, T> inOrder(Map<String, T> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
