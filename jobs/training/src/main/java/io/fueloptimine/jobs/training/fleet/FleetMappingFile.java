package io.fueloptimine.jobs.training.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.ReadingStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a {@link FleetMapping} and checks that all fields that it names exist. */
public final class FleetMappingFile {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private FleetMappingFile() {}

    /**
     * Reads one mapping.
     *
     * @throws InvalidInputException when it cannot be used; the message lists every fault
     */
    public static FleetMapping read(Path file) {
        FleetMapping mapping = parse(file);
        List<String> faults = new ArrayList<>();
        checkZone(faults, mapping.zone());
        checkTable(faults, "cycles", mapping.cycles(), ReadingStream.CYCLE);
        checkTable(faults, "refuels", mapping.refuels(), ReadingStream.REFUEL);
        checkTable(faults, "telemetry", mapping.telemetry(), ReadingStream.TELEMETRY);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(
                    "fleet mapping " + file + ": " + String.join("; ", faults));
        }
        return mapping;
    }

    private static FleetMapping parse(Path file) {
        try {
            return YAML.readValue(Files.readString(file), FleetMapping.class);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("fleet mapping " + file + " does not exist", e);
        } catch (ValueInstantiationException e) {
            throw new InvalidInputException(
                    "fleet mapping " + file + ": " + e.getCause().getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    "fleet mapping " + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "fleet mapping " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkZone(List<String> faults, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            faults.add("zone " + zone + " is unknown, expected a name such as UTC");
        }
    }

    private static void checkTable(
            List<String> faults, String name, MappedTable table, ReadingStream stream) {
        if (table == null) {
            return;
        }
        checkPattern(faults, name, table.timestamp());
        checkFields(faults, name, table, MessageDecoder.fieldsOf(stream));
        table.words().keySet().stream()
                .filter(field -> !table.texts().containsKey(field))
                .sorted()
                .forEach(
                        field ->
                                faults.add(
                                        name
                                                + ".words maps the field "
                                                + field
                                                + ", which is not in its texts"));
    }

    private static void checkPattern(List<String> faults, String name, String pattern) {
        try {
            DateTimeFormatter.ofPattern(pattern);
        } catch (IllegalArgumentException e) {
            faults.add(name + ".timestamp " + pattern + ": " + e.getMessage());
        }
    }

    private static void checkFields(
            List<String> faults, String name, MappedTable table, Set<String> known) {
        Stream.of(table.times(), table.numbers(), table.texts())
                .flatMap(fields -> fields.keySet().stream())
                .filter(field -> !known.contains(field))
                .sorted()
                .forEach(
                        field ->
                                faults.add(
                                        name
                                                + " names the unknown field "
                                                + field
                                                + ", expected one of "
                                                + known));
    }
}
