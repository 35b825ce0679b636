package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The elevations of a fleet's locations. Immutable by convention. */
final class Elevations {

    private final Map<String, Double> metresByName;

    private Elevations(Map<String, Double> metresByName) {
        this.metresByName = metresByName;
    }

    /**
     * Reads the file of locations. If the mapping does not name one, or the folder does not contain
     * it, all elevations are unknown: cycles can be used without their lift.
     *
     * @param locations the file and its columns; null when the mapping does not name them
     * @throws InvalidInputException when the file exists but cannot be used
     */
    static Elevations read(Path folder, FleetMapping.Locations locations) {
        Map<String, Double> metres = new HashMap<>();
        if (locations != null && Files.exists(folder.resolve(locations.file()))) {
            Path file = folder.resolve(locations.file());
            List<String> columns = List.of(locations.name(), locations.elevationM());
            CsvFiles.of(file, columns)
                    .forEach(
                            row ->
                                    elevation(row.get(locations.elevationM()))
                                            .ifPresent(
                                                    height ->
                                                            metres.put(
                                                                    row.get(locations.name())
                                                                            .strip(),
                                                                    height)));
        }
        return new Elevations(metres);
    }

    /**
     * The elevation of the second location minus that of the first, m; empty when one of them is
     * unknown.
     */
    Optional<Double> liftM(String from, String to) {
        Double low = from == null ? null : metresByName.get(from.strip());
        Double high = to == null ? null : metresByName.get(to.strip());
        return low == null || high == null ? Optional.empty() : Optional.of(high - low);
    }

    /** Parses an elevation, m. Elevation 0 means that the location was not surveyed. */
    private static Optional<Double> elevation(String value) {
        try {
            double metres = Double.parseDouble(value.strip());
            return metres == 0 ? Optional.empty() : Optional.of(metres);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
