package io.fueloptimine.models.training.search;

import java.util.List;
import java.util.SplittableRandom;

/** Tries anything, whatever came before: the peer that a cleverer sampler must beat. */
public record RandomSampler() implements Sampler {

    @Override
    public TrialParameters suggest(SearchSpace space, List<Trial> told, SplittableRandom random) {
        return space.at(
                space.domains().stream().mapToDouble(domain -> domain.draw(random)).toArray());
    }
}
