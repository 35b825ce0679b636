package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How high a fleet's places lie. Immutable by convention. */
final class Elevations {

    private final Map<String, Double> metresByName;

    private Elevations(Map<String, Double> metresByName) {
        this.metresByName = metresByName;
    }

    /**
     * Reads the file of places. Where the mapping names none, or the folder does not hold it, no
     * place is known: cycles are of use without their lifts.
     *
     * @param locations how the file is named; null when the mapping does not say
     * @throws InvalidInputException when there is a file and it cannot be used
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

    /** How much higher the second place lies, m; empty when one of them is not known. */
    Optional<Double> liftM(String from, String to) {
        Double low = from == null ? null : metresByName.get(from.strip());
        Double high = to == null ? null : metresByName.get(to.strip());
        return low == null || high == null ? Optional.empty() : Optional.of(high - low);
    }

    /** A place of elevation 0 is one that nobody surveyed. */
    private static Optional<Double> elevation(String value) {
        try {
            double metres = Double.parseDouble(value.strip());
            return metres == 0 ? Optional.empty() : Optional.of(metres);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
