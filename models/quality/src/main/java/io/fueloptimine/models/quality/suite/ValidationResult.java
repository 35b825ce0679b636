package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.reading.Reading;
import java.util.List;
import java.util.Optional;

/**
 * The result of validating one reading.
 *
 * @param reading the reading with clamped values and the names of the flagging rules; unspecified
 *     when the reading is rejected
 * @param flags violations of rules with the action flag or clamp, in the order of the rules
 * @param rejection the violation that rejects the reading; empty when the reading is valid
 * @param tolerated number of violations that the rules' share {@code mostly} tolerated
 */
public record ValidationResult(
        Reading reading,
        List<RuleViolation> flags,
        Optional<RuleViolation> rejection,
        int tolerated) {

    public ValidationResult {
        flags = List.copyOf(flags);
    }
}
