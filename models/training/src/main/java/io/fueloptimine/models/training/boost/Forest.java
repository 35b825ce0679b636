package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;

/**
 * A trained forest: the bytes to keep and the trees to score with. Immutable by convention.
 *
 * @param json XGBoost's own JSON
 * @param trees the same, ready to score
 */
public record Forest(byte[] json, XgboostTrees trees) {

    static Forest of(NativeBooster booster) {
        byte[] json = booster.json();
        return new Forest(json, XgboostFile.read(json, "just trained"));
    }
}
