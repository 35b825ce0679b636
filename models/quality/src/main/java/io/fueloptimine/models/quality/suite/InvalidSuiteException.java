package io.fueloptimine.models.quality.suite;

import java.util.List;

/** A suite file that cannot be used, with every fault found in it. */
public final class InvalidSuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * @param source where the suite comes from
     * @param faults each fault, with the rule it is in
     */
    public InvalidSuiteException(String source, List<String> faults) {
        super(source + ": " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault, with the rule it is in. */
    public List<String> faults() {
        return faults;
    }
}
