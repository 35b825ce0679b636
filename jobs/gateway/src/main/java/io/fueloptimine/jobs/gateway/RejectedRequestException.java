package io.fueloptimine.jobs.gateway;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fueloptimine.models.mine.input.PrintableText;
import java.util.List;

/** Thrown when a request is rejected. The exception contains the faults for the client. */
public final class RejectedRequestException extends Exception {

    private static final int MAX_SHOWN_LENGTH = 120;

    private final RejectionReason reason;
    private final transient List<RequestFault> faults;

    /**
     * One fault of a request.
     *
     * @param field the part of the request
     * @param value the value in the request, shortened
     * @param expected a description of a valid value
     */
    @JsonPropertyOrder({"field", "value", "expected"})
    record RequestFault(String field, String value, String expected) {}

    RejectedRequestException(RejectionReason reason, List<RequestFault> faults) {
        super(reason + " " + faults, null, false, false);
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    static RejectedRequestException of(
            RejectionReason reason, String field, String value, String expected) {
        return new RejectedRequestException(reason, List.of(fault(field, value, expected)));
    }

    static RequestFault fault(String field, String value, String expected) {
        String shown = PrintableText.of(value);
        return new RequestFault(
                PrintableText.of(field),
                shown.length() <= MAX_SHOWN_LENGTH
                        ? shown
                        : shown.substring(0, MAX_SHOWN_LENGTH) + "...",
                expected);
    }

    RejectionReason reason() {
        return reason;
    }

    List<RequestFault> faults() {
        return faults;
    }
}
