package io.fueloptimine.models.fuel.scoring;

import io.fueloptimine.models.drift.distribution.FeatureReferences;
import io.fueloptimine.models.drift.distribution.ReferenceDistribution;
import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The distributions of a model's features in its training data, by machine class. Immutable and
 * thread-safe.
 */
public final class TrainingReferences {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingReferences.class);

    /** No distributions. */
    public static final TrainingReferences NONE = new TrainingReferences(Map.of());

    private final Map<String, FeatureReferences> byClass;

    private TrainingReferences(Map<String, FeatureReferences> byClass) {
        this.byClass = byClass;
    }

    /**
     * The distributions in the metadata of a model. A model of an earlier release has histograms of
     * all classes together; they are used if it was trained on a single class.
     */
    public static TrainingReferences of(ModelMetadata metadata) {
        Map<String, List<FeatureHistogram>> histograms = new TreeMap<>(metadata.classHistograms());
        if (histograms.isEmpty()
                && metadata.classes().trucks().size() == 1
                && !metadata.histograms().isEmpty()) {
            histograms.put(metadata.classes().trucks().get(0).name(), metadata.histograms());
        }
        Map<String, FeatureReferences> byClass = new TreeMap<>();
        histograms.forEach(
                (name, features) ->
                        usable(metadata, name, features)
                                .ifPresent(references -> byClass.put(name, references)));
        return new TrainingReferences(byClass);
    }

    /** Faults in histograms must not stop scoring, so that they are only logged. */
    private static Optional<FeatureReferences> usable(
            ModelMetadata metadata, String equipmentClass, List<FeatureHistogram> histograms) {
        try {
            FeatureReferences references = references(histograms);
            if (!references.features().equals(metadata.schema().names())) {
                throw new IllegalArgumentException(
                        "features "
                                + references.features()
                                + ", expected "
                                + metadata.schema().names());
            }
            return Optional.of(references);
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "The histograms of class {} in {} version {} cannot be used: {}",
                    equipmentClass,
                    metadata.name(),
                    metadata.version(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static FeatureReferences references(List<FeatureHistogram> histograms) {
        Map<String, ReferenceDistribution> references = new LinkedHashMap<>();
        for (FeatureHistogram histogram : histograms) {
            references.put(
                    histogram.feature(),
                    new ReferenceDistribution(
                            histogram.edges().stream().mapToDouble(Double::doubleValue).toArray(),
                            histogram.shares().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray()));
        }
        return new FeatureReferences(references);
    }

    /** The distributions of a machine class; empty when the training data have none. */
    public Optional<FeatureReferences> of(String equipmentClass) {
        return Optional.ofNullable(byClass.get(equipmentClass));
    }
}
