package io.fueloptimine.models.training.search;

import java.util.Objects;

/**
 * All that a search's choices hang on, save for the objective. Immutable.
 *
 * @param name what is searched for; let it name what the objective's values hang on, such as the
 *     data's fingerprint, because a journal of another name is refused
 * @param seed of every random choice
 * @param space what may be chosen
 * @param sampler how it is chosen
 * @param pruner which trials are not finished
 */
public record StudySettings(
        String name, long seed, SearchSpace space, Sampler sampler, Pruner pruner) {

    public StudySettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(sampler, "sampler");
        Objects.requireNonNull(pruner, "pruner");
    }
}
