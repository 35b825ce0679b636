package io.fueloptimine.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
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
 * <p>The components of a settings record determine the names of sections and settings; see {@link
 * SettingsSection}.
 */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * Reads a settings file. A setting that is absent from the file gets its default value.
     *
     * @param defaults a record whose components are settings records
     * @throws InvalidInputException if the content is wrong; the message names every fault
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

    private static JsonNode parse(Path file) {
        String source = "settings file " + file;
        JsonNode root = StrictFormat.YAML.tree(TextFile.read("settings file", file), source);
        if (root.isMissingNode() || root.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!root.isObject()) {
            throw new InvalidInputException(source + " has no sections, expected 'section:' lines");
        }
        return root;
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
