package io.fueloptimine.models.training.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses the parameters of the next trial. Immutable; the choice depends only on the arguments.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TpeSampler.class, name = "tpe"),
    @JsonSubTypes.Type(value = RandomSampler.class, name = "random")
})
public sealed interface Sampler permits TpeSampler, RandomSampler {

    /**
     * The parameters of the next trial.
     *
     * @param trials the trials so far, by number
     * @param random the random stream of the next trial; equal streams and trials give equal
     *     choices
     */
    TrialParameters suggest(SearchSpace space, List<Trial> trials, SplittableRandom random);
}
