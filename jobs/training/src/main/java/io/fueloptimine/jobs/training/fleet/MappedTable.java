package io.fueloptimine.jobs.training.fleet;

import java.util.List;
import java.util.Map;

/**
 * How one sort of records is named in CSV files.
 *
 * @param file the file's name within the folder; may hold {@code *} and {@code ?}, and then stands
 *     for all that match, in the order of their names
 * @param timestamp the pattern of its timestamps, as {@link java.time.format.DateTimeFormatter}
 *     spells it
 * @param machine the column that names the machine that publishes: the truck of a cycle
 * @param time the column of the record's own time: when the body was empty, when pumping ended
 * @param times optional: our field to the file's column, for timestamps
 * @param numbers our field to the file's column, for numbers; a field in another unit that ingest
 *     knows, such as {@code dispensedGal}, is converted as ingest does
 * @param texts our field to the file's column, for names
 * @param words optional: for fields of names, the file's word to ours, such as its own names of
 *     production states; words not given stand for themselves
 * @param unavailable optional: values that stand for none, such as {@code Bad Input}; an empty one
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
