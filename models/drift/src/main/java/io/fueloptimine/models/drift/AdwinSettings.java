package io.fueloptimine.models.drift;

import java.io.Serializable;

/**
 * How sure {@link Adwin} must be, and how finely it remembers.
 *
 * @param delta the confidence of the test: the smaller, the fewer false alarms and the later the
 *     true ones; 0 to 1. The paper's experiments use 0.05 to 0.3 on thousands of bits; 0.002 is the
 *     usual choice for alarms that a person reads
 * @param minPart the fewest samples on either side of a cut, 1 or more: below it a variance says
 *     nothing
 * @param bucketsPerRow how many buckets of one size are kept before the two oldest merge, the
 *     paper's M; 2 or more
 */
public record AdwinSettings(double delta, int minPart, int bucketsPerRow) implements Serializable {

    public AdwinSettings {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be between 0 and 1, was " + delta);
        }
        if (minPart < 1) {
            throw new IllegalArgumentException("minPart must be 1 or more, was " + minPart);
        }
        if (bucketsPerRow < 2) {
            throw new IllegalArgumentException(
                    "bucketsPerRow must be 2 or more, was " + bucketsPerRow);
        }
    }
}
