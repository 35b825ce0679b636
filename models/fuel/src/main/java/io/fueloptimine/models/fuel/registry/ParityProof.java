package io.fueloptimine.models.fuel.registry;

import java.util.Collection;
import java.util.List;

/**
 * Proof that plain Java and XGBoost's native code give identical bits.
 *
 * @param rows rows compared in each forest
 * @param forests names of the forests' files that were compared, such as {@code model.json}
 */
public record ParityProof(long rows, List<String> forests) {

    /** Nothing was proven: such a version cannot be promoted. */
    public static final ParityProof NONE = new ParityProof(0, List.of());

    public ParityProof {
        forests = forests.stream().sorted().toList();
    }

    /** A proof for every forest of a model. */
    public static ParityProof of(long rows, ForestFiles forests) {
        return new ParityProof(rows, List.copyOf(forests.byName().keySet()));
    }

    /** Whether each of these forests was compared, on at least one row. */
    public boolean covers(Collection<String> files) {
        return rows > 0 && forests.containsAll(files);
    }
}
