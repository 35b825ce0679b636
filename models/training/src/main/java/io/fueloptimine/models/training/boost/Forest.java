package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;

/**
 * A trained forest. Immutable by convention: the bytes are not copied.
 *
 * @param json the model in XGBoost's JSON format
 * @param trees the same model, loaded for scoring
 */
public record Forest(byte[] json, XgboostTrees trees) {

    static Forest of(NativeBooster booster) {
        byte[] json = booster.json();
        return new Forest(json, XgboostFile.read(json, "of the trained forest"));
    }
}
