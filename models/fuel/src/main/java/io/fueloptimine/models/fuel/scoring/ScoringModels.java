package io.fueloptimine.models.fuel.scoring;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.util.Optional;

/**
 * The models in use at one moment. The record is immutable, so that one pair of model versions
 * scores a window even if other versions are loaded at the same time.
 *
 * @param champion the model whose scores are used; the physics model with version 0 until there is
 *     a champion
 * @param challenger the model that scores for comparison only; empty if there is none
 */
public record ScoringModels(Numbered champion, Optional<Numbered> challenger) {

    /**
     * A model with its version number.
     *
     * @param version the version number in the registry, from 1; 0 for the physics model
     * @param references the distributions of its features in its training data
     */
    public record Numbered(int version, FuelModel model, TrainingReferences references) {}

    /**
     * Scores a window with the champion, and adds the challenger's expectation if the challenger
     * covers the window.
     */
    public ScoredWindow score(FuelWindow window) {
        ScoredWindow score = champion.model().score(window);
        return challenger
                .map(Numbered::model)
                .filter(model -> model.covers(window))
                .map(model -> score.withChallenger(model.expectedLitres(window), model.version()))
                .orElse(score);
    }

    /** The challenger's version number; 0 when there is none. */
    public int challengerVersion() {
        return challenger.map(Numbered::version).orElse(0);
    }
}
