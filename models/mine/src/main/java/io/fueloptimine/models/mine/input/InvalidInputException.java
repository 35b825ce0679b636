package io.fueloptimine.models.mine.input;

import java.util.List;

/**
 * Invalid input of a person or another system: an option, a setting, a file, a port. The message
 * names the field, the value and the expected value, so a stack trace is not needed. A command that
 * throws it exits with code 2 before it starts any work.
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

    /** An exception with several faults; each is on a line of its own. */
    public InvalidInputException(List<String> faults) {
        super(PrintableText.ofLines(String.join(System.lineSeparator(), faults)));
        this.faults = printable(faults);
    }

    /**
     * An exception with all faults of one input.
     *
     * @param source the name of the input, such as a file
     * @param faults one text per fault, with its place in the input
     */
    public InvalidInputException(String source, List<String> faults) {
        super(PrintableText.ofLines(source + ": " + String.join("; ", faults)));
        this.faults = printable(faults);
    }

    /** The faults quote the input, which may contain control characters. */
    private static List<String> printable(List<String> faults) {
        return faults.stream().map(PrintableText::ofLines).toList();
    }

    /** One sentence per fault, without the name of the input. */
    public final List<String> faults() {
        return faults;
    }
}
