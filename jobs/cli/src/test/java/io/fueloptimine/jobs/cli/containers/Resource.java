package io.fueloptimine.jobs.cli.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A Kubernetes resource. Immutable as long as no one changes the tree.
 *
 * @param tree its content
 */
record Resource(JsonNode tree) {

    static final String FLINK_DEPLOYMENT = "FlinkDeployment";
    static final String BLUE_GREEN = "FlinkBlueGreenDeployment";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The resources of a YAML text, which "---" separates. */
    static List<Resource> in(String yaml) throws IOException {
        List<Resource> resources = new ArrayList<>();
        YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(yaml)
                .forEachRemaining(tree -> resources.add(new Resource(tree)));
        return resources;
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.at("/metadata/name").asText();
    }

    boolean isFlinkJob() {
        return kind().equals(FLINK_DEPLOYMENT) || kind().equals(BLUE_GREEN);
    }

    /** The specification of a job's cluster, which a blue-green deployment has as its template. */
    JsonNode cluster() {
        return kind().equals(BLUE_GREEN) ? tree.at("/spec/template/spec") : tree.path("spec");
    }

    /** The job's name in the project, for example ingest. */
    String job() {
        return name().replaceFirst("^fuel-", "");
    }

    /** The arguments of the job. */
    String[] arguments() {
        return texts(cluster().at("/job/args")).toArray(String[]::new);
    }

    /** Flink's configuration. */
    Map<String, String> configuration() {
        Map<String, String> configuration = new TreeMap<>();
        cluster()
                .path("flinkConfiguration")
                .fields()
                .forEachRemaining(
                        field -> configuration.put(field.getKey(), field.getValue().asText()));
        return configuration;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
