package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * The history that a model was made from: most of its machines' earlier hours were learnt from, the
 * rest says how many trees to keep and what the model is worth.
 *
 * @param source what made it, in words
 * @param rows how many windows or cycles it holds, all parts together
 * @param machines how many machines, all parts together
 * @param first when its earliest row ended, event time (UTC); null when not told
 * @param last when its latest row ended, event time (UTC); null when not told
 * @param comparedUntil end of the later windows on which the model was compared with the champion
 *     before it was filed, event time (UTC); null when it was not
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

    /** The history of a model that was not compared on later windows. */
    public TrainingData(
            String source,
            long rows,
            int machines,
            Instant first,
            Instant last,
            String fingerprint) {
        this(source, rows, machines, first, last, null, fingerprint);
    }

    /** The same, compared with the champion on later windows that ended then. */
    TrainingData comparedUntil(Instant end) {
        return new TrainingData(source, rows, machines, first, last, end, fingerprint);
    }

    /**
     * When all that the model was made of, or chosen by, had ended: what began later can judge it.
     * Empty when not told.
     */
    public Optional<Instant> unseenFrom() {
        return Optional.ofNullable(comparedUntil == null ? last : comparedUntil);
    }
}
