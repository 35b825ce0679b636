package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * The history used for a model: the earlier hours of most machines for training, the rest for
 * validation and test.
 *
 * @param source describes the origin
 * @param rows the number of windows or cycles, all parts together
 * @param machines the number of machines, all parts together
 * @param first the end of the earliest row, event time (UTC); null when unknown
 * @param last the end of the latest row, event time (UTC); null when unknown
 * @param comparedUntil the end of the later windows on which the model was compared with the
 *     champion before registration, event time (UTC); null without such a comparison
 * @param fingerprint SHA-256 over all features and labels in order, hexadecimal
 */
public record TrainingData(
        String source,
        long rows,
        int machines,
        Instant first,
        Instant last,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant comparedUntil,
        String fingerprint) {

    /** A history without a comparison on later windows. */
    public TrainingData(
            String source,
            long rows,
            int machines,
            Instant first,
            Instant last,
            String fingerprint) {
        this(source, rows, machines, first, last, null, fingerprint);
    }

    /** The same data after a comparison on later windows that ended at a time. */
    TrainingData comparedUntil(Instant end) {
        return new TrainingData(source, rows, machines, first, last, end, fingerprint);
    }

    /**
     * The end of all data used for training or comparison. Later windows are unseen. Empty when
     * unknown.
     */
    public Optional<Instant> unseenFrom() {
        return Optional.ofNullable(comparedUntil == null ? last : comparedUntil);
    }
}
