package io.fueloptimine.jobs.cli.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workflows in {@code .github}, as far as they can be checked without GitHub. */
class WorkflowsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path WORKFLOWS = ROOT.resolve(".github/workflows");
    private static final Pattern PINNED =
            Pattern.compile("[\\w-]+/[\\w-]+@v\\d+|\\./\\.github/workflows/\\w+\\.yml");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void eachJobHasALimitAndNoMoreRightsThanItNeeds(Path file) throws IOException {
        Map<String, Object> workflow = read(file);

        assertThat(workflow).containsKeys("name", "jobs");
        assertThat(mapping(workflow.get("permissions"))).isEqualTo(Map.of("contents", "read"));
        for (Object each : mapping(workflow.get("jobs")).values()) {
            Map<String, Object> job = mapping(each);
            if (job.containsKey("uses")) {
                assertThat(job.get("uses").toString()).matches(PINNED);
                continue;
            }
            assertThat(job).containsKeys("runs-on", "timeout-minutes", "steps");
            for (Object step : (List<?>) job.get("steps")) {
                Map<String, Object> action = mapping(step);
                assertThat(action.containsKey("uses") != action.containsKey("run")).isTrue();
                if (action.containsKey("uses")) {
                    assertThat(action.get("uses").toString()).matches(PINNED);
                }
            }
        }
    }

    /** A text of a request in a script would run as a part of it. */
    @ParameterizedTest
    @MethodSource("workflows")
    void noScriptContainsAnExpression(Path file) throws IOException {
        for (Object job : mapping(read(file).get("jobs")).values()) {
            Object steps = mapping(job).getOrDefault("steps", List.of());
            for (Object step : (List<?>) steps) {
                assertThat(String.valueOf(mapping(step).get("run"))).doesNotContain("${{");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void theFilesOfTheProjectThatItNamesExist(Path file) throws IOException {
        var paths =
                Pattern.compile("(?<![\\w./-])(\\.ci/run|deploy/[\\w./-]*\\w)(?![\\w/$\"-])")
                        .matcher(Files.readString(file));
        while (paths.find()) {
            assertThat(ROOT.resolve(paths.group(1))).exists();
        }
    }

    @Test
    void everyOverlayCanBeDeployed() throws IOException {
        Map<String, Object> workflow = read(WORKFLOWS.resolve("deploy.yml"));
        // YAML reads the key "on" as true.
        Map<String, Object> dispatch =
                mapping(mapping(workflow.get("true")).get("workflow_dispatch"));
        Object offered = mapping(mapping(dispatch.get("inputs")).get("overlay")).get("options");

        try (Stream<Path> overlays = Files.list(ROOT.resolve("deploy/kubernetes/overlays"))) {
            assertThat((List<?>) offered)
                    .map(Object::toString)
                    .containsExactlyInAnyOrderElementsOf(
                            overlays.map(overlay -> overlay.getFileName().toString()).toList());
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return mapping(yaml.load(Files.readString(file)));
    }

    private static Map<String, Object> mapping(Object value) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, each) -> mapping.put(key.toString(), each));
        return mapping;
    }
}
