package io.fueloptimine.jobs.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a settings file, which is YAML:
 *
 * <pre>{@code
 * alarms:
 *   longIdleMin: 30
 * }</pre>
 *
 * <p>The sections and their settings are those of a settings record ({@link SettingsSection}).
 */
final class SettingsFile {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private SettingsFile() {}

    /**
     * Reads a file; a setting that it does not contain has its default.
     *
     * @param defaults a record whose components are settings records
     * @throws InvalidInputException naming every fault at once
     * @throws IOException if the file cannot be read
     */
    static <T extends Record> T read(Path file, T defaults) throws IOException {
        JsonNode root = parse(file);
        List<String> faults = new ArrayList<>();
        Map<String, SettingsSection> sections =
                SettingsSection.of(defaults).stream()
                        .collect(Collectors.toMap(SettingsSection::name, section -> section));
        root.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!sections.containsKey(name)) {
                                faults.add(unknownSection(name, defaults));
                            }
                        });
        T settings = new SettingsBuilder(root, faults).build(defaults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("settings file " + file, faults);
        }
        return settings;
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            JsonNode root = YAML.readTree(Files.readString(file));
            if (root.isMissingNode() || root.isNull()) {
                return YAML.createObjectNode();
            }
            if (!root.isObject()) {
                throw new InvalidInputException(
                        "settings file " + file + " has no sections, expected 'section:' lines");
            }
            return root;
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new InvalidInputException(
                    "settings file " + file + " is no YAML: " + e.getOriginalMessage() + line, e);
        }
    }

    private static String unknownSection(String name, Record defaults) {
        return "unknown section "
                + name
                + ", expected one of "
                + SettingsSection.of(defaults).stream()
                        .map(SettingsSection::name)
                        .collect(Collectors.joining(", "));
    }
}
