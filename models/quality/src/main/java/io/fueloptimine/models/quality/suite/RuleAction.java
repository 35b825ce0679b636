package io.fueloptimine.models.quality.suite;

/** What happens to a reading that violates a rule. */
public enum RuleAction {
    /** It is rejected; the record contains the reason and the payload. */
    REJECT,
    /** It passes and carries the rule's name. */
    FLAG,
    /** It passes with the nearest limit in place of the value and carries the rule's name. */
    CLAMP
}
