package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.mine.input.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One section of a settings file. A section contains the settings of one record.
 *
 * @param name the name of the record component that contains the section's record
 * @param meaning what the section is for
 * @param settings the settings in the order of the record's components
 */
record SettingsSection(String name, String meaning, List<SettingInfo> settings) {

    /**
     * The sections of a record whose components are settings records. A settings record nested in
     * another settings record becomes a section after the section of the outer record.
     */
    static List<SettingsSection> of(Record root) {
        List<SettingsSection> sections = new ArrayList<>();
        for (RecordComponent component : root.getClass().getRecordComponents()) {
            if (RecordAccess.value(root, component) instanceof Record values) {
                String name = component.getName();
                String meaning = component.getAnnotation(Setting.class).meaning();
                sections.add(new SettingsSection(name, meaning, settings(name, values)));
                sections.addAll(of(values));
            }
        }
        return sections;
    }

    /** The settings of one record, without the settings of nested records. */
    static List<SettingInfo> settings(String section, Record values) {
        return Arrays.stream(values.getClass().getRecordComponents())
                .filter(component -> !component.getType().isRecord())
                .map(
                        component ->
                                new SettingInfo(
                                        section, component, RecordAccess.value(values, component)))
                .toList();
    }
}
