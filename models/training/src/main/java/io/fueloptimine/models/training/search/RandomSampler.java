package io.fueloptimine.models.training.search;

import java.util.List;
import java.util.SplittableRandom;

/** Samples uniformly and independently of earlier trials. It is the baseline for other samplers. */
public record RandomSampler() implements Sampler {

    @Override
    public TrialParameters suggest(SearchSpace space, List<Trial> trials, SplittableRandom random) {
        return space.at(space.ranges().stream().mapToDouble(range -> range.draw(random)).toArray());
    }
}
