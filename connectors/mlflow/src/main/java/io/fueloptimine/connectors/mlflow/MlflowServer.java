package io.fueloptimine.connectors.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The calls to an MLflow server that {@link MlflowMirror} needs. */
final class MlflowServer {

    private static final String EXPERIMENT = "FuelOptiMine";

    /** The maximum number of parameters per call that MLflow accepts. */
    private static final int PARAMETERS_PER_CALL = 100;

    private final MlflowRest rest;

    MlflowServer(MlflowRest rest) {
        this.rest = rest;
    }

    /**
     * MLflow's version numbers of a registered model, by alias. The registered model is created if
     * it does not exist.
     */
    Map<String, String> aliases(String model) throws MlflowException {
        Map<String, String> aliases = new HashMap<>();
        try {
            rest.get("registered-models/get", Map.of("name", model))
                    .path("registered_model")
                    .path("aliases")
                    .forEach(a -> aliases.put(text(a, "alias"), text(a, "version")));
        } catch (MlflowException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            rest.post("registered-models/create", object().put("name", model));
        }
        return aliases;
    }

    /**
     * MLflow's version numbers by the value of the tag {@link MlflowRun#IDENTITY}, for each version
     * with this tag.
     */
    Map<String, String> versions(String model) throws MlflowException {
        Map<String, String> numbers = new HashMap<>();
        String page = "";
        do {
            Map<String, String> query = new HashMap<>(Map.of("filter", "name='" + model + "'"));
            if (!page.isEmpty()) {
                query.put("page_token", page);
            }
            JsonNode found = rest.get("model-versions/search", query);
            for (JsonNode version : found.path("model_versions")) {
                for (JsonNode tag : version.path("tags")) {
                    if (text(tag, "key").equals(MlflowRun.IDENTITY)) {
                        numbers.put(text(tag, "value"), text(version, "version"));
                    }
                }
            }
            page = text(found, "next_page_token");
        } while (!page.isEmpty());
        return numbers;
    }

    /**
     * The id of the experiment to which all runs belong. The experiment is created if it does not
     * exist.
     */
    String experiment() throws MlflowException {
        try {
            JsonNode found =
                    rest.get("experiments/get-by-name", Map.of("experiment_name", EXPERIMENT));
            return required(found.path("experiment"), "experiment_id");
        } catch (MlflowException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            return required(
                    rest.post("experiments/create", object().put("name", EXPERIMENT)),
                    "experiment_id");
        }
    }

    /**
     * Adds a finished run and a model version that refers to the run; returns MLflow's number of
     * the version.
     */
    String add(String model, String experiment, MlflowRun run, Instant at) throws MlflowException {
        JsonNode info = start(experiment, run, at).path("run").path("info");
        String runId = required(info, "run_id");
        log(runId, run, at);
        rest.post(
                "runs/update",
                object().put("run_id", runId)
                        .put("status", "FINISHED")
                        .put("end_time", at.toEpochMilli()));
        ObjectNode version =
                object().put("name", model)
                        .put("source", required(info, "artifact_uri"))
                        .put("run_id", runId)
                        .put("description", "Its files are in FuelOptiMine's own registry.");
        version.set("tags", pairs(run.tags()));
        return required(
                rest.post("model-versions/create", version).path("model_version"), "version");
    }

    void setAlias(String model, String alias, String version) throws MlflowException {
        rest.post(
                "registered-models/alias",
                object().put("name", model).put("alias", alias).put("version", version));
    }

    void removeAlias(String model, String alias) throws MlflowException {
        rest.delete("registered-models/alias", object().put("name", model).put("alias", alias));
    }

    private JsonNode start(String experiment, MlflowRun run, Instant at) throws MlflowException {
        ObjectNode start =
                object().put("experiment_id", experiment)
                        .put("run_name", run.name())
                        .put("start_time", at.toEpochMilli());
        start.set("tags", pairs(run.tags()));
        return rest.post("runs/create", start);
    }

    private void log(String runId, MlflowRun run, Instant at) throws MlflowException {
        ArrayNode metrics = MlflowRest.JSON.createArrayNode();
        run.metrics()
                .forEach(
                        (key, value) ->
                                metrics.addObject()
                                        .put("key", key)
                                        .put("value", value)
                                        .put("timestamp", at.toEpochMilli())
                                        .put("step", 0));
        ObjectNode batch = object().put("run_id", runId);
        batch.set("metrics", metrics);
        rest.post("runs/log-batch", batch);
        Iterator<JsonNode> parameters = pairs(run.parameters()).elements();
        while (parameters.hasNext()) {
            ObjectNode next = object().put("run_id", runId);
            ArrayNode some = next.putArray("params");
            while (parameters.hasNext() && some.size() < PARAMETERS_PER_CALL) {
                some.add(parameters.next());
            }
            rest.post("runs/log-batch", next);
        }
    }

    private static ArrayNode pairs(Map<String, String> texts) {
        ArrayNode pairs = MlflowRest.JSON.createArrayNode();
        texts.forEach((key, value) -> pairs.addObject().put("key", key).put("value", value));
        return pairs;
    }

    private static String required(JsonNode node, String field) throws MlflowException {
        String value = text(node, field);
        if (value.isEmpty()) {
            throw MlflowException.failed("the answer has no " + field, null);
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static ObjectNode object() {
        return MlflowRest.JSON.createObjectNode();
    }
}
