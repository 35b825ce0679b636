package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvFormat;
import io.fueloptimine.jobs.training.timestamp.PatternCheck;
import io.fueloptimine.jobs.training.timestamp.TimestampPattern;
import io.fueloptimine.models.message.StreamFields;
import io.fueloptimine.models.mine.input.WildcardPattern;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.nio.file.FileSystems;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the table of one stream from a mapping and checks that its rows can become messages. Each
 * mapped field must exist and be mapped under its kind (times, numbers or texts). All required
 * fields must be mapped, and no quantity may be mapped twice.
 */
public final class MappedTableReader {

    /** The names of the fields of a table. */
    public static final List<String> FIELDS =
            List.of(
                    "file",
                    "timestamp",
                    "machine",
                    "time",
                    "times",
                    "numbers",
                    "texts",
                    "words",
                    "unavailable",
                    "csv");

    /**
     * The required quantities of each stream. A message must contain at least one quantity of each
     * set.
     */
    private static final Map<ReadingStream, List<Set<String>>> REQUIRED =
            Map.of(
                    ReadingStream.CYCLE, List.of(Set.of("payloadT")),
                    ReadingStream.REFUEL,
                            List.of(Set.of("truckId"), Set.of("startedAt"), Set.of("dispensedL")),
                    ReadingStream.TELEMETRY, List.of(Set.of("fuelRateLph", "totalFuelUsedL")),
                    ReadingStream.STATE, List.of(Set.of("state")),
                    ReadingStream.NOTE, List.of(Set.of("text")));

    private static final Set<String> STATES =
            Arrays.stream(ProductionState.values())
                    .map(ProductionState::wireName)
                    .collect(Collectors.toUnmodifiableSet());

    private final Locale locale;
    private final ZoneId zone;
    private final CsvFormat format;

    /**
     * @param locale the language of timestamps
     * @param zone the zone of timestamps
     * @param format the format of files that applies if the table does not describe a format
     */
    public MappedTableReader(Locale locale, ZoneId zone, CsvFormat format) {
        this.locale = locale;
        this.zone = zone;
        this.format = format;
    }

    /** Reads the table in a field of the mapping; null when the field is absent. */
    MappedTable read(MappingNode mapping, String field, ReadingStream stream) {
        return mapping.object(field, FIELDS).map(table -> read(table, stream)).orElse(null);
    }

    /**
     * Reads a table.
     *
     * @param table the table, whose other fields the caller has checked
     */
    public MappedTable read(MappingNode table, ReadingStream stream) {
        Map<String, String> times = table.texts("times");
        Map<String, String> numbers = table.texts("numbers");
        Map<String, String> texts = table.texts("texts");
        List<String> unavailable = table.list("unavailable");
        checkFields(table, stream, times, numbers, texts);
        return new MappedTable(
                fileName(table),
                timestamp(table),
                table.text("machine"),
                table.text("time"),
                times,
                numbers,
                texts,
                words(table, stream, texts.keySet(), unavailable),
                unavailable,
                CsvFormatReader.read(table, format));
    }

    /** Reads the name or pattern of the files. */
    static String fileName(MappingNode node) {
        String name = node.text("file");
        String expected = "the name of a file, or a pattern with * and ?";
        if (WildcardPattern.isPattern(name) && name.matches("(?s).*[\\[\\]{}].*")) {
            node.fault("file", name, expected);
        }
        try {
            FileSystems.getDefault().getPath(name.replaceAll("[*?]", "x"));
        } catch (IllegalArgumentException e) {
            node.fault("file", name, expected);
        }
        return name;
    }

    private TimestampPattern timestamp(MappingNode table) {
        String pattern = table.text("timestamp");
        if (!pattern.isEmpty()) {
            Optional<String> fault = PatternCheck.fault(pattern, locale, zone);
            if (fault.isEmpty()) {
                return TimestampPattern.of(pattern, locale);
            }
            table.fault("timestamp", pattern, fault.get());
        }
        return TimestampPattern.of("yyyy-MM-dd HH:mm:ss", locale);
    }

    private static void checkFields(
            MappingNode table,
            ReadingStream stream,
            Map<String, String> times,
            Map<String, String> numbers,
            Map<String, String> texts) {
        Map<String, StreamFields.Field> known = StreamFields.of(stream);
        List<StreamFields.Field> mapped = new ArrayList<>();
        checkKind(table, "times", times, known, Set.of(StreamFields.Kind.TIME), mapped);
        checkKind(table, "numbers", numbers, known, Set.of(StreamFields.Kind.NUMBER), mapped);
        checkKind(
                table,
                "texts",
                texts,
                known,
                Set.of(StreamFields.Kind.TEXT, StreamFields.Kind.STATE),
                mapped);
        Map<String, String> byQuantity = new HashMap<>(Map.of("time", "time"));
        for (StreamFields.Field field : mapped) {
            String other = byQuantity.putIfAbsent(field.quantity(), field.name());
            if (other != null) {
                table.fault(
                        field.name(),
                        "gives the same quantity as " + other + ", expected one of them");
            }
        }
        for (Set<String> group : REQUIRED.getOrDefault(stream, List.of())) {
            if (group.stream().noneMatch(byQuantity::containsKey)) {
                table.fault(
                        String.join(" or ", group.stream().sorted().toList()),
                        null,
                        "a column of it: without it no row can be used");
            }
        }
    }

    private static void checkKind(
            MappingNode table,
            String group,
            Map<String, String> columns,
            Map<String, StreamFields.Field> known,
            Set<StreamFields.Kind> kinds,
            List<StreamFields.Field> mapped) {
        for (String name : columns.keySet()) {
            StreamFields.Field field = known.get(name);
            if (field == null) {
                table.fault(
                        group,
                        "names the unknown field " + name + ", expected one of " + known.keySet());
            } else if (!kinds.contains(field.kind())) {
                table.fault(
                        group,
                        String.format(
                                Locale.ROOT,
                                "names the field %s, expected it under %s",
                                name,
                                groupOf(field.kind())));
            } else {
                mapped.add(field);
            }
        }
    }

    private static String groupOf(StreamFields.Kind kind) {
        return switch (kind) {
            case NUMBER -> "numbers";
            case TIME -> "times";
            case TEXT, STATE -> "texts";
        };
    }

    private static Map<String, Map<String, String>> words(
            MappingNode table, ReadingStream stream, Set<String> texts, List<String> unavailable) {
        Map<String, Map<String, String>> words = new HashMap<>();
        Optional<MappingNode> given = table.object("words", List.of());
        for (String field : given.map(MappingNode::names).orElse(List.of())) {
            Map<String, String> replacements = given.get().texts(field);
            words.put(field, replacements);
            if (!texts.contains(field)) {
                table.fault("words", "maps the field " + field + ", which is not in its texts");
            } else {
                replacements.forEach((from, to) -> checkWord(given.get(), stream, field, from, to));
            }
            replacements.keySet().stream()
                    .filter(unavailable::contains)
                    .forEach(
                            from ->
                                    given.get()
                                            .fault(
                                                    field,
                                                    String.format(
                                                            Locale.ROOT,
                                                            "maps '%s', which is also unavailable",
                                                            from)));
        }
        return words;
    }

    private static void checkWord(
            MappingNode words, ReadingStream stream, String field, String from, String to) {
        StreamFields.Field known = StreamFields.of(stream).get(field);
        boolean isState = known != null && known.kind() == StreamFields.Kind.STATE;
        if (isState && !STATES.contains(to)) {
            words.fault(field + "." + from, to, "one of " + STATES.stream().sorted().toList());
        }
    }
}
