package io.fueloptimine.jobs.cli.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The containers of deploy/docker are started with what the jobs and commands understand. */
class ComposeTest {

    private static final Path FOLDER = FuelHome.find().root().resolve("deploy/docker");
    private static final String PRODUCT = "compose.yaml";
    private static final String DEMO = "compose.demo.yaml";
    private static final long LIMIT_S = 30;

    /** Stands in for Flink's client: answers "list", and writes the arguments of "run". */
    private static final String CLIENT =
            """
            #!/bin/sh
            if [ "$1" = list ]; then
              echo "01.12.2026 09:00:00 : 0123456789abcdef0123456789abcdef : FuelOptiMine $RUNNING (RUNNING)"
            else
              printf '%s\\n' "$@" > "$0.$(basename "$5" -job.jar)"
            fi
            """;

    @TempDir Path folder;

    @Test
    void eachJobThatDoesNotRunIsSubmittedWithOptionsThatItUnderstands() throws Exception {
        Map<String, List<String>> submitted = submit("none");

        assertThat(submitted.keySet()).containsExactlyInAnyOrderElementsOf(JobParsers.jobs());
        submitted.forEach(
                (job, arguments) ->
                        assertThatCode(
                                        () ->
                                                new JobParsers(folder)
                                                        .parse(job, arguments.stream().skip(5)))
                                .as(job)
                                .doesNotThrowAnyException());
        assertThat(submitted.get("cabs").subList(0, 4)).containsExactly("run", "-d", "-p", "1");
    }

    @Test
    void aJobThatRunsIsNotSubmittedAgain() throws Exception {
        assertThat(submit("fuel").keySet())
                .containsExactlyInAnyOrder("ingest", "alarms", "dispatch", "archive", "cabs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "retraining", "simulator"})
    void commandsUnderstandTheirArguments(String service) throws Exception {
        List<String> arguments = texts(service(service).get("command"));
        assertThatCode(() -> Fuel.commandLine().parseArgs(arguments.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCT, DEMO})
    void portsAreOpenOnLoopbackOnly(String file) throws Exception {
        for (Map<String, Object> service : services(file).values()) {
            assertThat(texts(service.get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCT, DEMO})
    void whatServicesMountExists(String file) throws Exception {
        Map<String, Object> compose = read(file);
        for (Map<String, Object> service : services(file).values()) {
            for (String mount : texts(service.get("volumes"))) {
                String source = mount.replaceFirst("^\\$\\{\\w+:-([^}]*)}", "$1").split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(FOLDER.resolve(source)).exists();
                } else {
                    assertThat(volumes()).contains(source);
                }
            }
            assertThat(mapping(compose.get("secrets")).keySet())
                    .containsAll(texts(service.get("secrets")));
        }
        String script = Files.readString(FOLDER.resolve("make-secrets"), StandardCharsets.UTF_8);
        assertThat(mapping(compose.get("secrets")).keySet()).allMatch(script::contains);
    }

    private List<String> volumes() throws IOException {
        List<String> volumes = new ArrayList<>(mapping(read(PRODUCT).get("volumes")).keySet());
        volumes.addAll(mapping(read(DEMO).get("volumes")).keySet());
        return volumes;
    }

    /** Runs the script that submits the jobs; the arguments of the client by job. */
    private Map<String, List<String>> submit(String running) throws Exception {
        Path client = Files.writeString(folder.resolve("flink"), CLIENT);
        assertThat(client.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(FOLDER.resolve("submit").toString());
        mapping(service("jobs").get("environment"))
                .forEach(
                        (name, value) ->
                                builder.environment()
                                        .put(
                                                name,
                                                value.toString()
                                                        .replace("${SITE:-andes}", "andes")));
        builder.environment().put("FLINK", client.toString());
        builder.environment().put("RUNNING", running);
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        assertThat(process.waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
        Map<String, List<String>> submitted = new TreeMap<>();
        for (String job : JobParsers.jobs()) {
            Path arguments = folder.resolve("flink." + job);
            if (Files.exists(arguments)) {
                submitted.put(job, Files.readAllLines(arguments));
            }
        }
        return submitted;
    }

    private static Map<String, Object> service(String name) throws IOException {
        Map<String, Map<String, Object>> services = new HashMap<>(services(DEMO));
        services.putAll(services(PRODUCT));
        return services.get(name);
    }

    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        mapping(read(file).get("services"))
                .forEach((name, service) -> services.put(name, mapping(service)));
        return services;
    }

    private static Map<String, Object> read(String file) throws IOException {
        return mapping(
                new Yaml().load(Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> mapping(Object yaml) {
        Map<String, Object> mapping = new TreeMap<>();
        if (yaml instanceof Map<?, ?> map) {
            map.forEach((key, value) -> mapping.put(key.toString(), value == null ? "" : value));
        }
        return mapping;
    }

    private static List<String> texts(Object yaml) {
        return yaml instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
