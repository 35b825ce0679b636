package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.quality.expectation.RuleMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the rules remember of one machine's stream. A mutable state type; all fields are for Flink.
 */
public final class MachineMemory {

    /** By the rule's memory key. */
    public Map<String, RuleMemory> rules = new HashMap<>();

    /** The digest of the suite whose rules these are. */
    public String suite = "";

    /** For Flink. */
    public MachineMemory() {}

    RuleMemory of(String memoryKey) {
        return rules.computeIfAbsent(memoryKey, unused -> new RuleMemory());
    }

    /** Forgets the rules that another suite had and this one has not. */
    public void follow(String suiteDigest, Set<String> memoryKeys) {
        if (!suite.equals(suiteDigest)) {
            rules.keySet().retainAll(memoryKeys);
            suite = suiteDigest;
        }
    }
}
