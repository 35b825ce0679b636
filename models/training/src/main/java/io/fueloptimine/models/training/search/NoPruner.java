package io.fueloptimine.models.training.search;

import java.util.List;
import java.util.SortedMap;

/** Lets every trial finish. */
public record NoPruner() implements Pruner {

    @Override
    public boolean shouldStop(SortedMap<Integer, Double> reported, List<Trial> told) {
        return false;
    }
}
