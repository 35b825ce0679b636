package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Converts the first metadata format, which has no format number. This format has one forest with
 * its checksum and parity proof as plain fields, and five metrics per model; it has no times and no
 * histograms.
 */
final class MetadataFormat1 {

    /** The number of the only feature schema that models with this format have. */
    private static final int ONLY_SCHEMA = 1;

    private static final List<String> FIGURES =
            List.of(
                    ModelMetrics.MAE_L,
                    ModelMetrics.RMSE_L,
                    ModelMetrics.R2,
                    ModelMetrics.MAPE_PCT,
                    ModelMetrics.BIAS_L);

    private MetadataFormat1() {}

    /**
     * Converts metadata from the first format to the present format. Missing fields are not added;
     * {@link MetadataJson} reports them.
     */
    static ObjectNode toPresent(ObjectNode metadata) {
        schema(metadata);
        data(metadata.path("data"));
        metadata.path("metrics").forEach(MetadataFormat1::metrics);
        forests(metadata);
        metadata.putObject("calibration").put("lowShift", 0).put("highShift", 0);
        metadata.putArray("histograms");
        metadata.putObject("attachments");
        return metadata;
    }

    private static void schema(ObjectNode metadata) {
        JsonNode names = metadata.remove("features");
        if (names != null) {
            ObjectNode schema = metadata.putObject("schema");
            schema.put("number", ONLY_SCHEMA);
            schema.set("names", names);
        }
    }

    private static void data(JsonNode data) {
        if (data instanceof ObjectNode known && known.has("windows")) {
            known.set("rows", known.remove("windows"));
            known.putNull("first").putNull("last");
        }
    }

    private static void metrics(JsonNode metrics) {
        if (metrics instanceof ObjectNode known && known.has("windows")) {
            known.set("rows", known.remove("windows"));
            ObjectNode figures = known.putObject("figures");
            for (String figure : FIGURES) {
                figures.set(figure, known.remove(figure));
            }
            known.putObject("confidence");
        }
    }

    private static void forests(ObjectNode metadata) {
        JsonNode trees = metadata.remove("trees");
        JsonNode sha256 = metadata.remove("modelSha256");
        JsonNode rows = metadata.remove("parityRows");
        if (trees != null && sha256 != null && rows != null) {
            ObjectNode forest = metadata.putObject("forests").putObject(ForestFiles.EXPECTED);
            forest.set("trees", trees);
            forest.set("sha256", sha256);
            ObjectNode parity = metadata.putObject("parity");
            parity.set("rows", rows);
            parity.putArray("forests").add(ForestFiles.EXPECTED);
        }
    }
}
