package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.Reading;
import java.util.List;
import java.util.Optional;

/**
 * The result of validating one reading.
 *
 * @param reading the reading with clamped values and the names of the flagging rules; unspecified
 *     when it is rejected
 * @param flags violations of rules that flag or clamp, in the order of the rules
 * @param rejection the violation that rejects the reading; empty when the reading is valid
 * @param tolerated how many violations {@code mostly} tolerated
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
