package io.fueloptimine.models.quality.suite;

/** What happens to a reading that violates a rule. */
public enum RuleAction {
    /** The reading is rejected; the quality record contains the reason and the payload. */
    REJECT,
    /** The reading passes; its flags contain the name of the rule. */
    FLAG,
    /**
     * The reading passes with the nearest limit in place of the value; its flags contain the name
     * of the rule.
     */
    CLAMP
}
