package io.fueloptimine.models.quality.suite;

/** What becomes of a reading that breaks a rule. */
public enum RuleAction {
    /** It is kept out, with its reason and its bytes. */
    REJECT,
    /** It passes, bearing the rule's name. */
    FLAG,
    /** It passes with the nearest bound in the value's place, bearing the rule's name. */
    CLAMP
}
