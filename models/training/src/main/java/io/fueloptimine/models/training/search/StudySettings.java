package io.fueloptimine.models.training.search;

import java.util.Objects;

/**
 * The settings that, together with the objective, determine the course of a search. Immutable.
 *
 * @param name the name of the objective, which for example contains the fingerprint of its data; a
 *     journal with another name is rejected
 * @param seed seed of all random choices
 * @param space the parameters and their ranges
 * @param sampler chooses the parameters of each trial
 * @param pruner stops trials early
 */
public record StudySettings(
        String name, long seed, SearchSpace space, Sampler sampler, MedianPruner pruner) {

    public StudySettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(sampler, "sampler");
        Objects.requireNonNull(pruner, "pruner");
    }
}
