package io.fueloptimine.models.fuel.registry;

import java.util.Collection;
import java.util.List;

/**
 * The proof that the Java scorer and XGBoost's native code give equal bits.
 *
 * @param rows the number of rows compared per forest
 * @param forests the file names of the compared forests, such as {@code model.json}
 */
public record ParityProof(long rows, List<String> forests) {

    /** No proof; a version without a proof cannot be promoted. */
    public static final ParityProof NONE = new ParityProof(0, List.of());

    public ParityProof {
        forests = forests.stream().sorted().toList();
    }

    /** A proof for all forests of a model. */
    public static ParityProof of(long rows, ForestFiles forests) {
        return new ParityProof(rows, List.copyOf(forests.byName().keySet()));
    }

    /** Whether each of the given forest files was compared on at least one row. */
    public boolean covers(Collection<String> files) {
        return rows > 0 && forests.containsAll(files);
    }
}
