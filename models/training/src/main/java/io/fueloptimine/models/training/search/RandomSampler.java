package io.fueloptimine.models.training.search;

import java.util.List;
import java.util.SplittableRandom;

/** Samples uniformly, independent of earlier trials. The baseline for other samplers. */
public record RandomSampler() implements Sampler {

    @Override
    public TrialParameters suggest(SearchSpace space, List<Trial> trials, SplittableRandom random) {
        return space.at(space.ranges().stream().mapToDouble(range -> range.draw(random)).toArray());
    }
}
