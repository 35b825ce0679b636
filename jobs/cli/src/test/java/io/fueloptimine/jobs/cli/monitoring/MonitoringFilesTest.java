package io.fueloptimine.jobs.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of deploy/monitoring agree with each other and with the metrics of the steps. */
class MonitoringFilesTest {

    private static final String STEP = "flink_taskmanager_job_task_operator_";
    private static final Pattern REGISTERED =
            Pattern.compile("\\b(?:counter|gauge)\\(\\s*\"([A-Za-z]+)\"");

    /** Metrics of Flink's own sources. */
    private static final Set<String> OF_FLINK = Set.of("pendingRecords");

    @Test
    void promtoolAcceptsRulesAndConfiguration() throws Exception {
        String promtool = Programs.require("promtool").toString();
        Programs.run(Monitoring.FOLDER, List.of(promtool, "check", "rules", "alerts.yml"));
        Programs.run(Monitoring.FOLDER, List.of(promtool, "check", "config", "prometheus.yml"));
    }

    @Test
    void eachAlertFiresAndIsQuiet() throws Exception {
        String promtool = Programs.require("promtool").toString();
        Programs.run(Monitoring.FOLDER, List.of(promtool, "test", "rules", "alerts.test.yml"));

        List<String> fires = new ArrayList<>();
        List<String> quiet = new ArrayList<>();
        for (JsonNode test : Monitoring.yaml("alerts.test.yml").path("tests")) {
            for (JsonNode alert : test.path("alert_rule_test")) {
                (alert.path("exp_alerts").isEmpty() ? quiet : fires)
                        .add(alert.path("alertname").asText());
            }
        }
        assertThat(fires).containsExactlyInAnyOrderElementsOf(names());
        assertThat(quiet).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void eachAlertLinksToItsSectionOfTheRunbook() throws Exception {
        List<String> sections = new ArrayList<>();
        for (String line : Files.readAllLines(Monitoring.FOLDER.resolve("RUNBOOK.md"))) {
            if (line.startsWith("## ")) {
                sections.add(line.substring(3));
            }
        }
        assertThat(sections).containsExactlyElementsOf(names());
        for (JsonNode alert : Monitoring.alerts()) {
            String name = alert.path("alert").asText();
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("deploy/monitoring/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
        }
    }

    @Test
    void eachMetricOfAStepIsRegisteredAndExplained() throws Exception {
        Set<String> registered = new TreeSet<>(OF_FLINK);
        for (String folder : List.of("../../operators", "../../connectors")) {
            registered.addAll(registered(Path.of(folder)));
        }
        String readme = Files.readString(Monitoring.FOLDER.resolve("README.md"));
        List<String> expressions = new ArrayList<>(Monitoring.alertExpressions());
        expressions.addAll(Monitoring.panelExpressions());
        for (String metric : Monitoring.metrics(expressions)) {
            if (metric.startsWith(STEP)) {
                String name = metric.substring(metric.lastIndexOf('_') + 1);
                assertThat(registered).as(metric).contains(name);
                assertThat(readme).contains("| `" + metric.substring(STEP.length()) + "` |");
            } else {
                assertThat(readme).contains("| `" + metric + "` |");
            }
        }
    }

    @Test
    void dashboardsHaveTheProvisionedDataSource() throws Exception {
        String uid =
                Monitoring.yaml("grafana/provisioning/datasources/prometheus.yml")
                        .at("/datasources/0/uid")
                        .asText();
        assertThat(Monitoring.dashboards()).hasSize(4);
        for (JsonNode dashboard : Monitoring.dashboards()) {
            for (JsonNode panel : dashboard.path("panels")) {
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo(uid);
                assertThat(panel.path("targets")).isNotEmpty();
            }
        }
    }

    private static List<String> names() throws Exception {
        return Monitoring.alerts().stream().map(alert -> alert.path("alert").asText()).toList();
    }

    private static Set<String> registered(Path root) throws Exception {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(MonitoringFilesTest::isMainSource).toList()) {
                Matcher call = REGISTERED.matcher(Files.readString(file));
                while (call.find()) {
                    names.add(call.group(1));
                }
            }
        }
        return names;
    }

    private static boolean isMainSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && path.contains("/src/main/");
    }
}
