package io.fueloptimine.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.OwnMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/** Builds settings records from the sections of a settings file and records every fault. */
final class SettingsBuilder {

    private final JsonNode file;
    private final List<String> faults;

    /**
     * @param file the content of the file: the sections by name
     * @param faults receives one sentence for each fault
     */
    SettingsBuilder(JsonNode file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Builds a settings record; each of its components is built from the section of the same name.
     */
    <T extends Record> T build(T defaults) {
        return build("", defaults);
    }

    /**
     * Builds the settings record of one section; returns the defaults if the section has a fault.
     */
    private <T extends Record> T build(String section, T defaults) {
        JsonNode values = file.path(section);
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = RecordAccess.value(defaults, components[i]);
            if (arguments[i] instanceof Record nested) {
                arguments[i] = build(components[i].getName(), nested);
            }
        }
        int faultsBefore = faults.size();
        if (values.isNull() || values.isMissingNode() || values.isObject()) {
            nameUnknownSettings(section, values, defaults);
        } else {
            faults.add(section + " is '" + values.asText() + "', expected 'setting: value' lines");
        }
        for (int i = 0; i < components.length; i++) {
            if (!(arguments[i] instanceof Record)) {
                arguments[i] = value(new SettingInfo(section, components[i], arguments[i]), values);
            }
        }
        return faults.size() == faultsBefore ? create(section, defaults, arguments) : defaults;
    }

    private void nameUnknownSettings(String section, JsonNode values, Record defaults) {
        List<String> known =
                SettingsSection.settings(section, defaults).stream()
                        .map(SettingInfo::name)
                        .toList();
        values.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                faults.add(
                                        String.format(
                                                Locale.ROOT,
                                                "unknown setting %s.%s, expected one of %s",
                                                section,
                                                name,
                                                String.join(", ", known)));
                            }
                        });
    }

    private Object value(SettingInfo setting, JsonNode values) {
        JsonNode given = values.path(setting.name());
        if (given.isMissingNode()) {
            return setting.value();
        }
        return setting.parse(given)
                .orElseGet(
                        () -> {
                            faults.add(
                                    String.format(
                                            Locale.ROOT,
                                            "%s.%s is '%s', expected %s",
                                            setting.section(),
                                            setting.name(),
                                            given.isValueNode() ? given.asText() : given,
                                            setting.expected()));
                            return setting.value();
                        });
    }

    private <T extends Record> T create(String section, T defaults, Object[] arguments) {
        try {
            T settings = RecordAccess.create(defaults, arguments);
            if (settings instanceof CheckedSettings checked) {
                checked.faults().forEach(fault -> faults.add(section + "." + fault));
            }
            return settings;
        } catch (InvocationTargetException e) {
            faults.add(
                    section + ": " + OwnMessage.of(e.getCause()).orElse("the values contradict"));
            return defaults;
        }
    }
}
