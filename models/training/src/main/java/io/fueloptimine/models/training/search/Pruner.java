package io.fueloptimine.models.training.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.SortedMap;

/** Says which trials are not worth finishing. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MedianPruner.class, name = "median"),
    @JsonSubTypes.Type(value = NoPruner.class, name = "none")
})
public sealed interface Pruner permits MedianPruner, NoPruner {

    /**
     * Whether a running trial should stop.
     *
     * @param reported what it has reported, by step; not empty
     * @param told the trials before it
     */
    boolean shouldStop(SortedMap<Integer, Double> reported, List<Trial> told);
}
