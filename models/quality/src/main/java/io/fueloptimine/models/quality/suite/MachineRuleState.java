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

    /** By the rule's state key. */
    public Map<String, RuleState> rules = new HashMap<>();

    /** The digest of the suite that the rules belong to. */
    public String suite = "";

    /** For Flink. */
    public MachineRuleState() {}

    RuleState of(String stateKey) {
        return rules.computeIfAbsent(stateKey, unused -> new RuleState());
    }

    /** Switches to a suite: drops the state of rules that it does not contain. */
    public void useSuite(String suiteDigest, Set<String> stateKeys) {
        if (!suite.equals(suiteDigest)) {
            rules.keySet().retainAll(stateKeys);
            suite = suiteDigest;
        }
    }
}
