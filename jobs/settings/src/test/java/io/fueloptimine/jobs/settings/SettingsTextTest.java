package io.fueloptimine.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fueloptimine.models.mine.input.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTextTest {

    private static final List<SettingsSection> SECTIONS = SettingsSection.of(StepSettings.DEFAULT);

    @TempDir Path folder;

    @Test
    void theTableHasEverySettingWithUnitDefaultAndMeaning() {
        List<String> rows = SettingsText.table(StepSettings.DEFAULT).lines().toList();

        assertThat(everySetting()).hasSizeGreaterThan(80);
        assertThat(everySetting())
                .allSatisfy(
                        setting ->
                                assertThat(rows)
                                        .anySatisfy(
                                                row ->
                                                        assertThat(row)
                                                                .contains(
                                                                        " " + setting.name() + " ",
                                                                        " " + setting.valueText(),
                                                                        setting.range(),
                                                                        setting.unit(),
                                                                        setting.meaning())));
    }

    @Test
    void theTableShowsTheValueOfAChangedSetting() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "alarms: {longIdleMin: 30}");

        String table = SettingsText.table(StepSettings.read(file));

        assertThat(table).containsPattern("longIdleMin +30 +20 +2 to 240 +min +Minutes in a row");
    }

    @Test
    void theFileThatIsPrintedIsReadAsTheSameSettings() throws IOException {
        Path defaults = folder.resolve("defaults.yaml");
        Files.writeString(defaults, SettingsText.yaml(StepSettings.DEFAULT));
        assertThat(StepSettings.read(defaults)).isEqualTo(StepSettings.DEFAULT);

        Path file = Files.writeString(folder.resolve("s.yaml"), "drift: {usualSpread: 0.001}");
        StepSettings changed = StepSettings.read(file);
        Path printed = Files.writeString(folder.resolve("p.yaml"), SettingsText.yaml(changed));
        assertThat(StepSettings.read(printed)).isEqualTo(changed);
        assertThat(Files.readString(printed)).contains("  usualSpread: 0.001\n");
    }

    @Test
    void everySettingHasAUnitAMeaningAndAValidDefault() {
        assertThat(everySetting())
                .allSatisfy(
                        setting -> {
                            Setting described = setting.component().getAnnotation(Setting.class);
                            assertThat(described).as(setting.name()).isNotNull();
                            assertThat(described.unit().isBlank())
                                    .as("unit of " + setting.name())
                                    .isEqualTo(setting.value() instanceof Enum);
                            assertThat(described.meaning()).doesNotEndWith(".").isNotBlank();
                            assertThat(setting.parse(asJson(setting.value())))
                                    .as("default of " + setting.name())
                                    .contains(setting.value());
                        });
    }

    private static JsonNode asJson(Object value) {
        if (value instanceof Enum) {
            return TextNode.valueOf(value.toString());
        }
        return value instanceof Double number
                ? DoubleNode.valueOf(number)
                : LongNode.valueOf(((Number) value).longValue());
    }

    @Test
    void noTwoSectionsHaveOneName() {
        assertThat(SECTIONS).extracting(SettingsSection::name).doesNotHaveDuplicates();
        assertThat(SECTIONS).extracting(SettingsSection::meaning).doesNotContain("");
    }

    @Test
    void theReadmeNamesEverySection() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(SECTIONS)
                .allSatisfy(section -> assertThat(readme).contains("| `" + section.name() + "` |"));
    }

    private static List<SettingInfo> everySetting() {
        List<SettingInfo> all = new ArrayList<>();
        SECTIONS.forEach(section -> all.addAll(section.settings()));
        return all;
    }
}
