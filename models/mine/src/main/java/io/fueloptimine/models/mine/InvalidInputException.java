package io.fueloptimine.models.mine;

import java.util.List;

/**
 * Input that a person or another system gave is wrong: an option, a setting, a file, a port. The
 * message names the field, the value and what was expected; it needs no stack trace. Commands end
 * with it and exit code 2 before they start anything.
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** One fault. */
    public InvalidInputException(String fault) {
        this(fault, (Throwable) null);
    }

    /** One fault with the exception that revealed it, which may be null. */
    public InvalidInputException(String fault, Throwable cause) {
        super(fault, cause);
        faults = List.of(fault);
    }

    /** All faults of one input, each on a line of its own. */
    public InvalidInputException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * All faults of one input.
     *
     * @param source names the input, such as a file
     * @param faults each names its place in the input
     */
    public InvalidInputException(String source, List<String> faults) {
        super(source + ": " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault in one sentence, without the name of the input. */
    public final List<String> faults() {
        return faults;
    }
}
