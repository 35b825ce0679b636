package io.fueloptimine.jobs.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats settings as a table, or as a settings file with comments. */
public final class SettingsText {

    private SettingsText() {}

    /**
     * A table of all settings with the columns name, value, default, valid values, unit and
     * meaning. The value is shown only if it differs from the default.
     */
    public static String table(StepSettings settings) {
        List<String> lines = new ArrayList<>();
        List<SettingsSection> sections = SettingsSection.of(settings);
        List<SettingsSection> defaults = SettingsSection.of(StepSettings.DEFAULT);
        for (int i = 0; i < sections.size(); i++) {
            SettingsSection section = sections.get(i);
            lines.add(section.name() + ": " + section.meaning());
            lines.add(row("setting", "value", "default", "range", "unit", "meaning"));
            for (int k = 0; k < section.settings().size(); k++) {
                SettingInfo setting = section.settings().get(k);
                String byDefault = defaults.get(i).settings().get(k).valueText();
                boolean changed = !setting.valueText().equals(byDefault);
                lines.add(
                        row(
                                setting.name(),
                                changed ? setting.valueText() : "",
                                byDefault,
                                setting.range(),
                                setting.unit(),
                                setting.meaning()));
            }
            lines.add("");
        }
        return String.join("\n", lines);
    }

    /** A settings file with all settings; comments describe the meaning of each setting. */
    public static String yaml(StepSettings settings) {
        List<String> lines = new ArrayList<>();
        for (SettingsSection section : SettingsSection.of(settings)) {
            lines.add("# " + section.meaning() + ".");
            lines.add(section.name() + ":");
            for (SettingInfo setting : section.settings()) {
                lines.add("  # " + setting.meaning() + ".");
                String unit = setting.unit().isEmpty() ? "" : ", " + setting.unit();
                lines.add("  # " + setting.range() + unit);
                lines.add("  " + setting.name() + ": " + setting.valueText());
            }
            lines.add("");
        }
        return String.join("\n", lines);
    }

    private static String row(
            String name,
            String value,
            String byDefault,
            String range,
            String unit,
            String meaning) {
        return String.format(
                Locale.ROOT,
                "  %-22s %-8s %-8s %-16s %-23s %s",
                name,
                value,
                byDefault,
                range,
                unit,
                meaning);
    }
}
