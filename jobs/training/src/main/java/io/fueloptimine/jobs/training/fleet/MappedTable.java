package io.fueloptimine.jobs.training.fleet;

import java.util.List;
import java.util.Map;

/**
 * The names and formats of one kind of records in CSV files.
 *
 * @param file the file's name within the folder; with {@code *} or {@code ?} it denotes all
 *     matching files, in the order of their names
 * @param timestamp the pattern of the timestamps, in the syntax of {@link
 *     java.time.format.DateTimeFormatter}
 * @param machine the column with the machine that publishes the record, such as the truck of a
 *     cycle
 * @param time the column with the time of the record: when the body was empty, when pumping ended
 * @param times optional: the column of each timestamp field
 * @param numbers the column of each numeric field; fields in other units that ingest supports, such
 *     as {@code dispensedGal}, are converted as in ingest
 * @param texts the column of each text field
 * @param words optional: for text fields, the value that replaces each value of the file, such as
 *     the name of a production state; other values are used unchanged
 * @param unavailable optional: values that mean no value, such as {@code Bad Input}; an empty value
 *     always does
 */
public record MappedTable(
        String file,
        String timestamp,
        String machine,
        String time,
        Map<String, String> times,
        Map<String, String> numbers,
        Map<String, String> texts,
        Map<String, Map<String, String>> words,
        List<String> unavailable) {

    public MappedTable {
        RequiredFields.require("file", file);
        RequiredFields.require("timestamp", timestamp);
        RequiredFields.require("machine", machine);
        RequiredFields.require("time", time);
        RequiredFields.require("numbers", numbers);
        RequiredFields.require("texts", texts);
        times = times == null ? Map.of() : Map.copyOf(times);
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
        words = words == null ? Map.of() : Map.copyOf(words);
        unavailable = unavailable == null ? List.of() : List.copyOf(unavailable);
    }
}
