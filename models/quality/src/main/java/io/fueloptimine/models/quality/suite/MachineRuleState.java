package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.quality.expectation.RuleState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The state of all rules for one machine's stream. Mutable state type; fields are public for
 * Flink's POJO serializer.
 */
public final class MachineRuleState {

    /** The state of each rule, by the state key of the rule. */
    public Map<String, RuleState> rules = new HashMap<>();

    /** The digest of the suite to which the rules belong. */
    public String suite = "";

    /** Used by Flink's POJO serializer. */
    public MachineRuleState() {}

    RuleState of(String stateKey) {
        return rules.computeIfAbsent(stateKey, unused -> new RuleState());
    }

    /** Drops the state of all rules that the given suite does not contain. */
    public void useSuite(String suiteDigest, Set<String> stateKeys) {
        if (!suite.equals(suiteDigest)) {
            rules.keySet().retainAll(stateKeys);
            suite = suiteDigest;
        }
    }
}
