package io.fueloptimine.models.mine.input;

import java.util.List;

/**
 * Thrown for invalid input from a person or another system, such as an option, a setting, a file or
 * a port. The message names the field, the value and the expected value, so a stack trace is not
 * needed. A command that fails with this exception exits with code 2 before any work starts.
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** An exception with one fault. */
    public InvalidInputException(String fault) {
        this(fault, (Throwable) null);
    }

    /** An exception with one fault and its cause, which may be null. */
    public InvalidInputException(String fault, Throwable cause) {
        super(PrintableText.ofLines(fault), cause);
        faults = List.of(getMessage());
    }

    /** An exception with several faults, each on its own line of the message. */
    public InvalidInputException(List<String> faults) {
        super(PrintableText.ofLines(String.join(System.lineSeparator(), faults)));
        this.faults = printable(faults);
    }

    /**
     * An exception with all faults of one input.
     *
     * @param source the name of the input, such as a file
     * @param faults one text per fault, with the place of the fault in the input
     */
    public InvalidInputException(String source, List<String> faults) {
        super(PrintableText.ofLines(source + ": " + String.join("; ", faults)));
        this.faults = printable(faults);
    }

    /**
     * The faults with unprintable characters escaped, because faults quote the input, which may
     * contain control characters.
     */
    private static List<String> printable(List<String> faults) {
        return faults.stream().map(PrintableText::ofLines).toList();
    }

    /** One sentence per fault, without the name of the input. */
    public final List<String> faults() {
        return faults;
    }
}
