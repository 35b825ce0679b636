package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvNumber;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.RowFault;
import io.fueloptimine.jobs.training.timestamp.UnreadableValueException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The elevations of a fleet's locations. The elevations do not change after they have been read.
 */
public final class Elevations {

    private static final String FIELD = "elevationM";

    private final Map<String, Double> metresByName = new HashMap<>();

    private Elevations() {}

    /**
     * Finds the file of locations; empty if the mapping names no such file or the folder does not
     * contain it.
     *
     * @param locations the name of the file and its columns; null when the mapping does not contain
     *     them
     */
    static Optional<CsvFiles> files(Path folder, FleetMapping.Locations locations) {
        return locations == null || !Files.exists(folder.resolve(locations.file()))
                ? Optional.empty()
                : Optional.of(
                        CsvFiles.of(
                                folder, locations.file(), locations.format(), locations.columns()));
    }

    /**
     * Reads the file of locations. Without this file all elevations are unknown; haul cycles can
     * still be used, but without their lift (difference in elevation). The elevation of a location
     * with two different values is unknown, too.
     *
     * @param report receives the rows that are unusable
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when the file exists but is
     *     unusable
     */
    public static Elevations read(
            Path folder, FleetMapping.Locations locations, InputReport report) {
        Elevations elevations = new Elevations();
        files(folder, locations)
                .ifPresent(
                        files -> {
                            CsvNumber numbers = new CsvNumber(locations.format());
                            files.forEach(
                                    row -> elevations.add(row, locations, numbers, report),
                                    percent -> {});
                        });
        return elevations;
    }

    /** The elevation of a location, m; empty when it is unknown. */
    public Optional<Double> metres(String name) {
        return Optional.ofNullable(metresByName.get(name)).filter(metres -> !metres.isNaN());
    }

    /**
     * The elevation of location {@code to} minus the elevation of location {@code from}, m; empty
     * when one elevation is unknown.
     */
    Optional<Double> liftM(String from, String to) {
        Double low = metresByName.get(from);
        Double high = metresByName.get(to);
        return low == null || high == null
                ? Optional.empty()
                : Optional.of(high - low).filter(lift -> !lift.isNaN());
    }

    private void add(
            CsvRow row, FleetMapping.Locations locations, CsvNumber numbers, InputReport report) {
        String value = row.value(locations.elevationM());
        if (row.isTooLong()) {
            report.leaveOut(row.tooLong());
            return;
        }
        try {
            double metres = value.isEmpty() ? 0 : numbers.parse(value);
            // Elevation 0 means that the location was not surveyed.
            if (metres != 0) {
                put(row, row.value(locations.name()), metres, report);
            }
        } catch (UnreadableValueException e) {
            report.leaveOut(
                    new RowFault(row.position(), RowFault.UNREADABLE, FIELD, value, e.expected()));
        }
    }

    private void put(CsvRow row, String name, double metres, InputReport report) {
        Double known = metresByName.putIfAbsent(name, metres);
        if (known != null && known != metres) {
            metresByName.put(name, Double.NaN);
            report.leaveOut(
                    new RowFault(
                            row.position(),
                            "location-twice",
                            FIELD,
                            name,
                            "one elevation of each location"));
        }
    }
}
