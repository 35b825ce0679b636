package io.fueloptimine.jobs.cli.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** deploy/kubernetes is what the Flink Kubernetes Operator accepts. */
class FlinkResourcesTest {

    private static final List<String> JOBS =
            List.of("alarms", "archive", "cabs", "dispatch", "fuel", "ingest");

    @ParameterizedTest
    @ValueSource(strings = {"overlays/mine", "overlays/fleet", "overlays/bluegreen"})
    void anOverlayHasAValidResourceForEachJob(String overlay) throws Exception {
        FlinkSchemas schemas = FlinkSchemas.read();
        List<Resource> flink =
                Kustomize.render(overlay).stream().filter(Resource::isFlinkJob).toList();

        assertThat(flink).extracting(Resource::job).containsExactlyInAnyOrderElementsOf(JOBS);
        for (Resource resource : flink) {
            assertThat(schemas.faults(resource)).as(resource.name()).isEmpty();
        }
    }

    @Test
    void theResourcesOfTheBaseAreValid() throws Exception {
        FlinkSchemas schemas = FlinkSchemas.read();
        for (String job : JOBS) {
            Path file = Kustomize.folder().resolve("base/" + job + ".yaml");
            Resource resource = Resource.in(Files.readString(file, StandardCharsets.UTF_8)).get(0);
            assertThat(schemas.faults(resource)).as(job).isEmpty();
        }
    }

    @Test
    void theSchemasRefuseUnknownFieldsAndWrongTypes() throws Exception {
        FlinkSchemas schemas = FlinkSchemas.read();
        Path file = Kustomize.folder().resolve("base/fuel.yaml");
        Resource resource = Resource.in(Files.readString(file, StandardCharsets.UTF_8)).get(0);

        ((ObjectNode) resource.cluster().path("job")).put("upgrade", "savepoint");
        ((ObjectNode) resource.cluster().path("job")).put("parallelism", "two");
        ((ObjectNode) resource.cluster()).put("flinkVersion", "v2_9");
        ((ObjectNode) resource.cluster().at("/podTemplate/spec")).put("volume", "state");

        assertThat(schemas.faults(resource))
                .hasSize(4)
                .anyMatch(fault -> fault.contains("'upgrade'"))
                .anyMatch(fault -> fault.contains("parallelism"))
                .anyMatch(fault -> fault.contains("flinkVersion"))
                .anyMatch(fault -> fault.contains("'volume'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/mine", "overlays/fleet"})
    void jobsKeepTheirStateInUpgrades(String overlay) throws Exception {
        for (Resource resource : jobs(overlay)) {
            JsonNode job = resource.cluster().path("job");
            assertThat(job.path("upgradeMode").asText()).isEqualTo("savepoint");
            assertThat(job.has("allowNonRestoredState")).isFalse();
            assertThat(job.path("jarURI").asText())
                    .isEqualTo("local:///opt/flink/usrlib/" + resource.job() + "-job.jar");
            assertThat(resource.cluster().path("flinkVersion").asText()).isEqualTo("v2_2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/mine", "overlays/fleet", "setup"})
    void podsMountTheVolumesThatTheyDeclare(String folder) throws Exception {
        List<Resource> all = Kustomize.render(folder);
        for (Resource resource : all) {
            JsonNode pod =
                    resource.isFlinkJob()
                            ? resource.cluster().at("/podTemplate/spec")
                            : resource.tree().at("/spec/template/spec");
            List<String> volumes =
                    StreamSupport.stream(pod.path("volumes").spliterator(), false)
                            .map(volume -> volume.path("name").asText())
                            .toList();
            List<String> mounted =
                    pod.path("containers").findValues("volumeMounts").stream()
                            .flatMap(mounts -> mounts.findValuesAsText("name").stream())
                            .toList();
            assertThat(volumes).as(resource.name()).containsAll(mounted);
            if (resource.isFlinkJob()) {
                assertThat(mounted).containsAll(volumes);
                assertThat(names(all, "PersistentVolumeClaim"))
                        .as(resource.name())
                        .containsAll(pod.findValuesAsText("claimName"));
            }
        }
    }

    @Test
    void passwordsAreFilesOfAnOwnSecretForEachJob() throws Exception {
        for (Resource resource : jobs("overlays/mine")) {
            JsonNode secrets = resource.cluster().at("/podTemplate/spec/volumes/0/secret");
            assertThat(secrets.path("secretName").asText()).isEqualTo(resource.name());
            assertThat(Stream.of(resource.arguments()).filter(a -> a.endsWith("-password")))
                    .isNotEmpty()
                    .allMatch(file -> file.startsWith("/etc/fueloptimine/secrets/"));
        }
    }

    @Test
    void prometheusReadsThePortThatPodsHave() throws Exception {
        List<Resource> all = Kustomize.render("overlays/mine");
        JsonNode monitor =
                all.stream()
                        .filter(one -> one.kind().equals("PodMonitor"))
                        .findFirst()
                        .orElseThrow()
                        .tree()
                        .path("spec");
        for (Resource resource : jobs("overlays/mine")) {
            JsonNode template = resource.cluster().path("podTemplate");
            JsonNode port = template.at("/spec/containers/0/ports/0");
            assertThat(port.path("name").asText())
                    .isEqualTo(monitor.at("/podMetricsEndpoints/0/port").asText());
            assertThat(port.path("containerPort").asText())
                    .isEqualTo(resource.configuration().get("metrics.reporter.prometheus.port"));
            monitor.at("/selector/matchLabels")
                    .fields()
                    .forEachRemaining(
                            label ->
                                    assertThat(template.at("/metadata/labels").get(label.getKey()))
                                            .isEqualTo(label.getValue()));
        }
    }

    private static List<Resource> jobs(String overlay) throws Exception {
        return Kustomize.render(overlay).stream().filter(Resource::isFlinkJob).toList();
    }

    private static List<String> names(List<Resource> resources, String kind) {
        return resources.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Resource::name)
                .toList();
    }
}
