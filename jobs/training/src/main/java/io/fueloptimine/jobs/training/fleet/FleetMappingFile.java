package io.fueloptimine.jobs.training.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.training.csv.CsvFormat;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a {@link FleetMapping} and checks that rows can be read with this mapping. */
public final class FleetMappingFile {

    private static final String KIND = "fleet mapping";

    private static final List<String> FIELDS =
            List.of(
                    "site",
                    "zone",
                    "locale",
                    "equipmentClass",
                    "csv",
                    "cycles",
                    "refuels",
                    "telemetry",
                    "locations",
                    "emptyTrips");

    private static final List<String> LOCATIONS = List.of("file", "name", "elevationM", "csv");

    private static final List<String> EMPTY_TRIPS = List.of("shift", "previousDump");

    private FleetMappingFile() {}

    /**
     * Reads a mapping file.
     *
     * @throws InvalidInputException when the mapping is unusable; the message lists every fault
     */
    public static FleetMapping read(Path file) {
        String source = KIND + " " + file;
        JsonNode tree = StrictFormat.YAML.tree(TextFile.read(KIND, file), source);
        List<String> faults = new ArrayList<>();
        FleetMapping mapping = mapping(MappingNode.root(tree, FIELDS, faults));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(source, faults);
        }
        return mapping;
    }

    private static FleetMapping mapping(MappingNode root) {
        ZoneId zone = zone(root);
        CsvFormat format = CsvFormatReader.read(root, CsvFormat.DEFAULT);
        MappedTableReader tables = new MappedTableReader(locale(root), zone, format);
        return new FleetMapping(
                site(root),
                zone,
                root.optionalText("equipmentClass").orElse(null),
                tables.read(root, "cycles", ReadingStream.CYCLE),
                tables.read(root, "refuels", ReadingStream.REFUEL),
                tables.read(root, "telemetry", ReadingStream.TELEMETRY),
                root.object("locations", LOCATIONS)
                        .map(locations -> locations(locations, format))
                        .orElse(null),
                root.object("emptyTrips", EMPTY_TRIPS)
                        .map(
                                trips ->
                                        new FleetMapping.EmptyTrips(
                                                trips.text("shift"), trips.text("previousDump")))
                        .orElse(null));
    }

    /** Reads the site of the records. */
    public static String site(MappingNode root) {
        String site = root.text("site");
        if (!site.isEmpty()) {
            MineName.violation(site).ifPresent(expected -> root.fault("site", site, expected));
        }
        return site;
    }

    private static FleetMapping.Locations locations(MappingNode node, CsvFormat format) {
        return new FleetMapping.Locations(
                MappedTableReader.fileName(node),
                node.text("name"),
                node.text("elevationM"),
                CsvFormatReader.read(node, format));
    }

    /** Reads the time zone of timestamps without an offset; UTC if there is none. */
    public static ZoneId zone(MappingNode root) {
        String zone = root.text("zone");
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            root.fault("zone", zone, "a time zone such as UTC or America/Santiago");
            return ZoneOffset.UTC;
        }
    }

    /**
     * The language of month names and of the words for morning and afternoon (AM and PM); English
     * if the mapping names no language.
     */
    public static Locale locale(MappingNode root) {
        return root.optionalText("locale").map(tag -> locale(root, tag)).orElse(Locale.ENGLISH);
    }

    private static Locale locale(MappingNode root, String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        boolean known =
                !locale.getLanguage().isEmpty()
                        && Arrays.asList(Locale.getAvailableLocales()).contains(locale);
        if (!known) {
            root.fault("locale", tag, "a language such as en, es or es-BO");
        }
        return known ? locale : Locale.ENGLISH;
    }
}
