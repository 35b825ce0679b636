package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.connectors.mqtt.sink.MqttSinkOptions;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestOptions;
import io.fueloptimine.jobs.settings.SettingsText;
import io.fueloptimine.jobs.settings.SqlTableOptions;
import io.fueloptimine.jobs.settings.StepSettings;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** The page {@code flink-conf/OPTIONS.md}, from the options and settings in the code. */
final class OptionsPage {

    private static final Map<String, Class<?>> JOBS = jobs();

    private OptionsPage() {}

    static String text() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Options and settings

                        Written from the code; a test compares them. After a change of an option:
                        `mvn -B test -pl jobs/cli -am -Dtest=OptionsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dfuel.options.write=true`.

                        An option is given to a job as `--key value`. One without default is required, unless its meaning says what applies
                        without it. No option takes a secret: passwords, tokens and keys are in files that options name.

                        """);
        page.append("## Jobs\n");
        page.append(table(own()));
        section(page, "Kafka: every job", KafkaOptions.ALL);
        section(page, "SQL: jobs fuel, alarms, dispatch", SqlTableOptions.ALL);
        section(page, "MQTT: job ingest", MqttSourceOptions.ALL);
        section(page, "MQTT: job cabs", MqttSinkOptions.ALL);
        page.append("\n## Settings\n")
                .append(
                        "Of the file that `--settings.file` names; `deploy/fuel settings check FILE`")
                .append(" checks one.\n\n```\n")
                .append(SettingsText.table(StepSettings.DEFAULT).stripTrailing())
                .append("\n```\n");
        return page.toString();
    }

    private static void section(StringBuilder page, String title, List<ConfigOption<?>> options) {
        page.append("\n## ").append(title).append('\n');
        page.append("| option | type | default | meaning |\n|---|---|---|---|\n");
        for (ConfigOption<?> option : options) {
            page.append(
                    row(List.of(key(option), type(option), byDefault(option), meaning(option))));
        }
    }

    /** The jobs' own options, each once, with the jobs that have it. */
    private static List<List<String>> own() {
        Map<List<String>, List<String>> jobs = new LinkedHashMap<>();
        JOBS.forEach(
                (job, options) -> {
                    for (ConfigOption<?> option : ownOf(options)) {
                        List<String> cells =
                                List.of(
                                        key(option),
                                        type(option),
                                        byDefault(option),
                                        meaning(option));
                        jobs.computeIfAbsent(cells, none -> new ArrayList<>()).add(job);
                    }
                });
        List<List<String>> rows = new ArrayList<>();
        jobs.forEach(
                (cells, names) -> {
                    List<String> row = new ArrayList<>(cells);
                    row.add(1, String.join(", ", names));
                    rows.add(row);
                });
        rows.sort((a, b) -> a.get(0).compareTo(b.get(0)));
        return rows;
    }

    private static String table(List<List<String>> rows) {
        return "| option | jobs | type | default | meaning |\n|---|---|---|---|---|\n"
                + rows.stream().map(OptionsPage::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String key(ConfigOption<?> option) {
        return "`--" + option.key() + "`";
    }

    private static String type(ConfigOption<?> option) {
        try {
            Field type = ConfigOption.class.getDeclaredField("clazz");
            Field list = ConfigOption.class.getDeclaredField("isList");
            type.setAccessible(true);
            list.setAccessible(true);
            String name = ((Class<?>) type.get(option)).getSimpleName();
            return list.getBoolean(option) ? name + " list" : name;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String byDefault(ConfigOption<?> option) {
        Object value = option.defaultValue();
        if (value == null) {
            return "";
        }
        if (value instanceof Duration duration) {
            return TimeUtils.formatWithHighestUnit(duration);
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(";"))
                : value.toString();
    }

    private static String meaning(ConfigOption<?> option) {
        return new HtmlFormatter().format(option.description()).replace("|", "\\|");
    }

    @SuppressWarnings("unchecked")
    private static List<ConfigOption<?>> ownOf(Class<?> options) {
        try {
            Field own = options.getDeclaredField("OWN");
            own.setAccessible(true);
            return (List<ConfigOption<?>>) own.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Class<?>> jobs() {
        Map<String, Class<?>> jobs = new LinkedHashMap<>();
        jobs.put("ingest", IngestOptions.class);
        jobs.put("fuel", FuelOptions.class);
        jobs.put("alarms", AlarmsOptions.class);
        jobs.put("dispatch", DispatchOptions.class);
        jobs.put("archive", ArchiveOptions.class);
        jobs.put("cabs", CabsOptions.class);
        return jobs;
    }
}
