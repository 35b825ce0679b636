package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * The data with which a model was trained: the earlier hours of most machines are used for
 * training, the rest for validation and test.
 *
 * @param source a description of the origin of the data
 * @param rows the number of windows or cycles in training, validation and test together
 * @param machines the number of machines in training, validation and test together
 * @param first the end of the earliest row, event time (UTC); null when unknown
 * @param last the end of the latest row, event time (UTC); null when unknown
 * @param comparedUntil the end of the later windows on which the model was compared with the
 *     champion before registration, event time (UTC); null without such a comparison
 * @param fingerprint SHA-256 over all features and labels in order, hexadecimal
 * @param snapshot the id of the lake's snapshot that was read; null for other sources
 */
public record TrainingData(
        String source,
        long rows,
        int machines,
        Instant first,
        Instant last,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant comparedUntil,
        String fingerprint,
        @JsonInclude(JsonInclude.Include.NON_NULL) String snapshot) {

    /** Creates training data without a comparison on later windows. */
    public TrainingData(
            String source,
            long rows,
            int machines,
            Instant first,
            Instant last,
            String fingerprint) {
        this(source, rows, machines, first, last, null, fingerprint, null);
    }

    /**
     * A copy that records a comparison with the champion on later windows, the last of which ended
     * at the given time.
     */
    TrainingData comparedUntil(Instant end) {
        return new TrainingData(source, rows, machines, first, last, end, fingerprint, snapshot);
    }

    /** A copy that records the snapshot of the lake that was read. */
    TrainingData ofSnapshot(String id) {
        return new TrainingData(
                source, rows, machines, first, last, comparedUntil, fingerprint, id);
    }

    /**
     * The end of all data used for training or comparison. Later windows were not used. Empty when
     * unknown.
     */
    public Optional<Instant> unseenFrom() {
        return Optional.ofNullable(comparedUntil == null ? last : comparedUntil);
    }
}
