package io.fueloptimine.models.message.j1939;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that are decoded, by number and by group. Immutable. */
public final class J1939Table {

    private static final String RESOURCE = "/j1939-table.yaml";
    private static final int MAX_PGN = 0x3FFFF;
    private static final int MAX_SPN = 524_287;

    /** The data of a group is up to 1,785 bytes, with the transport protocol. */
    private static final int MAX_BITS = 1_785 * 8;

    private static final Set<String> NO_NUMBERS =
            Set.of("time", "sequence", "equipmentClass", "operatorId", "productionState");

    private final Map<Integer, J1939Parameter> bySpn = new LinkedHashMap<>();
    private final Map<Integer, List<J1939Parameter>> byPgn = new LinkedHashMap<>();

    private J1939Table(Collection<J1939Parameter> parameters) {
        for (J1939Parameter parameter : parameters) {
            bySpn.put(parameter.spn(), parameter);
            byPgn.computeIfAbsent(parameter.pgn(), pgn -> new ArrayList<>()).add(parameter);
        }
    }

    private record TableFile(@JsonProperty("parameters") List<J1939Parameter> parameters) {}

    /** The parameters of SAE J1939-71 that telemetry messages have fields for. */
    public static J1939Table standard() {
        try (InputStream in = J1939Table.class.getResourceAsStream(RESOURCE)) {
            return new J1939Table(parse(TextFile.text(in.readAllBytes(), RESOURCE), RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The standard parameters and those of a file, which replace standard ones of the same number.
     *
     * @throws InvalidInputException with the faults of the file
     */
    public static J1939Table read(Path file) {
        String name = "table " + file;
        Map<Integer, J1939Parameter> parameters = new LinkedHashMap<>(standard().bySpn);
        for (J1939Parameter parameter : parse(TextFile.read("table", file), name)) {
            parameters.put(parameter.spn(), parameter);
        }
        return new J1939Table(parameters.values());
    }

    Optional<J1939Parameter> parameter(int spn) {
        return Optional.ofNullable(bySpn.get(spn));
    }

    List<J1939Parameter> group(int pgn) {
        return byPgn.getOrDefault(pgn, List.of());
    }

    private static List<J1939Parameter> parse(String text, String name) {
        List<J1939Parameter> parameters =
                StrictFormat.YAML.value(text, TableFile.class, name).parameters();
        List<String> faults = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            String at = "parameters[" + i + "].";
            check(parameters.get(i), at, faults);
            if (!numbers.add(parameters.get(i).spn())) {
                faults.add(
                        at + "spn is " + parameters.get(i).spn() + ", expected each number once");
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(name, faults);
        }
        return parameters;
    }

    private static void check(J1939Parameter parameter, String at, List<String> faults) {
        range(at + "spn", parameter.spn(), 1, MAX_SPN, faults);
        range(at + "pgn", parameter.pgn(), 0, MAX_PGN, faults);
        range(at + "bits", parameter.bits(), 2, Integer.SIZE, faults);
        range(at + "startBit", parameter.startBit(), 0, MAX_BITS - Integer.SIZE, faults);
        if (parameter.scale() == 0) {
            faults.add(at + "scale is 0, expected the value of one bit");
        }
        Set<String> fields = new TreeSet<>(MessageDecoder.fieldsOf(ReadingStream.TELEMETRY));
        fields.removeAll(NO_NUMBERS);
        if (!fields.contains(parameter.field())) {
            faults.add(
                    at
                            + "field is '"
                            + parameter.field()
                            + "', expected one of "
                            + String.join(", ", fields));
        }
    }

    private static void range(
            String name, int value, int lowest, int highest, List<String> faults) {
        if (value < lowest || value > highest) {
            faults.add(name + " is " + value + ", expected " + lowest + " to " + highest);
        }
    }
}
