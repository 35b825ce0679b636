package io.fueloptimine.models.fuel.trees;

import io.fueloptimine.models.fuel.FuelFeatures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** An XGBoost model of two small trees as JSON. */
public final class SmallModel {

    private SmallModel() {}

    public static String json() {
        return json(FuelFeatures.NAMES);
    }

    /** Tree 0 splits on payload at 100, missing to the right; tree 1 is one leaf. */
    public static String json(List<String> features) {
        String names =
                features.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return ("{'version':[3,0,4],'learner':{'feature_names':[NAMES],"
                        + "'learner_model_param':{'base_score':'[1.2E0]'},"
                        + "'objective':{'name':'reg:squarederror'},"
                        + "'gradient_booster':{'name':'gbtree','model':{'trees':["
                        + "{'left_children':[1,-1,-1],'right_children':[2,-1,-1],"
                        + "'split_indices':[0,0,0],'split_conditions':[1E2,5E-1,2.5E0],"
                        + "'default_left':[0,0,0],'split_type':[0,0,0]},"
                        + "{'left_children':[-1],'right_children':[-1],'split_indices':[0],"
                        + "'split_conditions':[1E-1],'default_left':[0],'split_type':[0]}]}}}}")
                .replace('\'', '"')
                .replace("NAMES", names);
    }

    public static byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }
}
