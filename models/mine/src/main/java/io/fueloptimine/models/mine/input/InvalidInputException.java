package io.fueloptimine.models.mine.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Thrown for invalid input from a person or another system, such as an option, a setting, a file or
 * a port. The message names the field, the value and the expected value, so a stack trace is not
 * needed. A command that fails with this exception exits with code 2 before any work starts.
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The maximum number of faults that are shown; a malicious input can have a million faults. */
    private static final int MAX_FAULTS = 100;

    /** The maximum length of a fault that is shown, characters. */
    private static final int MAX_FAULT_LENGTH = 2_000;

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
        super(String.join(System.lineSeparator(), printable(faults)));
        this.faults = printable(faults);
    }

    /**
     * An exception with all faults of one input.
     *
     * @param source the name of the input, such as a file
     * @param faults one text per fault, with the place of the fault in the input
     */
    public InvalidInputException(String source, List<String> faults) {
        super(PrintableText.ofLines(source) + ": " + String.join("; ", printable(faults)));
        this.faults = printable(faults);
    }

    /**
     * The faults in a form that can be shown: limited in number and length, and with unprintable
     * characters escaped. Faults quote the input, which may contain control characters and texts of
     * any length.
     */
    private static List<String> printable(List<String> faults) {
        List<String> shown = new ArrayList<>();
        for (String fault : faults.subList(0, Math.min(faults.size(), MAX_FAULTS))) {
            shown.add(PrintableText.ofLines(shortened(fault)));
        }
        if (faults.size() > MAX_FAULTS) {
            shown.add("further faults are not listed");
        }
        return List.copyOf(shown);
    }

    private static String shortened(String fault) {
        return fault.length() <= MAX_FAULT_LENGTH
                ? fault
                : fault.substring(0, MAX_FAULT_LENGTH) + "...";
    }

    /**
     * One sentence per fault, without the name of the input. Only the first 100 faults are
     * contained, each with at most 2,000 characters.
     */
    public final List<String> faults() {
        return faults;
    }
}
