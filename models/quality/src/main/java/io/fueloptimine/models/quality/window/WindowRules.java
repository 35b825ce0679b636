package io.fueloptimine.models.quality.window;

import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rules of a suite that have a window expectation, by their state keys. */
public final class WindowRules {

    /**
     * The prefix of the ids of quality records about windows. No other records have this prefix.
     */
    public static final String ID_PREFIX = "window/";

    private final Map<String, WindowRule> rules = new LinkedHashMap<>();

    public WindowRules(ValidationSuite suite) {
        suite.windowRules().forEach(rule -> rules.put(rule.stateKey(), new WindowRule(rule)));
    }

    public Iterable<WindowRule> all() {
        return rules.values();
    }

    /** The rule with the given state key; empty when the suite has no such rule. */
    public Optional<WindowRule> find(String stateKey) {
        return Optional.ofNullable(rules.get(stateKey));
    }
}
