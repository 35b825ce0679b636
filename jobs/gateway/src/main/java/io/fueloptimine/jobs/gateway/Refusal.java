package io.fueloptimine.jobs.gateway;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** A request is not done; says why in words that the sender can act on. */
final class Refusal extends Exception {

    private static final int MOST_SHOWN = 120;

    private final Reason reason;
    private final transient List<Fault> faults;

    /**
     * One thing that is not as it must be.
     *
     * @param field which part of the request
     * @param value what stood there, shortened
     * @param expected what was expected
     */
    @JsonPropertyOrder({"field", "value", "expected"})
    record Fault(String field, String value, String expected) {}

    Refusal(Reason reason, List<Fault> faults) {
        super(reason + " " + faults, null, false, false);
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    static Refusal of(Reason reason, String field, String value, String expected) {
        return new Refusal(reason, List.of(fault(field, value, expected)));
    }

    static Fault fault(String field, String value, String expected) {
        return new Fault(
                field,
                value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "...",
                expected);
    }

    Reason reason() {
        return reason;
    }

    List<Fault> faults() {
        return faults;
    }
}
