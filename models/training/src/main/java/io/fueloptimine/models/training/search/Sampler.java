package io.fueloptimine.models.training.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses what to try next. Immutable: all that it knows are the trials told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TpeSampler.class, name = "tpe"),
    @JsonSubTypes.Type(value = RandomSampler.class, name = "random")
})
public sealed interface Sampler permits TpeSampler, RandomSampler {

    /**
     * What to try next.
     *
     * @param told the trials so far, by number
     * @param random the next trial's own stream; the same stream and trials give the same choice
     */
    TrialParameters suggest(SearchSpace space, List<Trial> told, SplittableRandom random);
}
