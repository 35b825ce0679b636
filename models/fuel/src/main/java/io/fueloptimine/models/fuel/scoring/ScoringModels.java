package io.fueloptimine.models.fuel.scoring;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.ScoredWindow;
import java.util.Optional;

/**
 * The models that score at one moment. Immutable, so that every window is scored by one pair of
 * versions, whatever is being loaded meanwhile.
 *
 * @param champion what its rows are acted on by; physics under version 0 until there is one
 * @param challenger what only speaks beside it, if there is one
 */
public record ScoringModels(Numbered champion, Optional<Numbered> challenger) {

    /**
     * A model under its number.
     *
     * @param version the registry's number, from 1; 0 for physics
     */
    public record Numbered(int version, FuelModel model) {}

    /** The window as the champion sees it, and what the challenger expects where it covers it. */
    public ScoredWindow score(FuelWindow window) {
        ScoredWindow score = champion.model().score(window);
        return challenger
                .map(Numbered::model)
                .filter(model -> model.covers(window))
                .map(model -> score.withChallenger(model.expectedLitres(window), model.version()))
                .orElse(score);
    }

    /** The challenger's number; 0 when there is none. */
    public int challengerVersion() {
        return challenger.map(Numbered::version).orElse(0);
    }
}
