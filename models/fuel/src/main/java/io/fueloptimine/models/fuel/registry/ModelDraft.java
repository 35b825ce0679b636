package io.fueloptimine.models.fuel.registry;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained and evaluated model, ready to be registered. Immutable by convention: the bytes are not
 * copied.
 *
 * @param metadata the metadata
 * @param forests the forests
 * @param attachments further files by their paths in the version's folder, such as {@code
 *     report.md} or {@code pictures/residuals.svg}
 */
public record ModelDraft(
        ModelMetadata metadata, ForestFiles forests, Map<String, byte[]> attachments) {

    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final String PATH = NAME + "(/" + NAME + ")*";

    public ModelDraft {
        for (String path : attachments.keySet()) {
            if (!path.matches(PATH) || VersionFolder.OWN_FILES.contains(path)) {
                throw new IllegalArgumentException(
                        "attachment '"
                                + path
                                + "': expected a path of plain names, other than "
                                + VersionFolder.OWN_FILES);
            }
        }
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
    }

    /** Creates a model without attachments. */
    public static ModelDraft of(ModelMetadata metadata, ForestFiles forests) {
        return new ModelDraft(metadata, forests, Map.of());
    }
}
