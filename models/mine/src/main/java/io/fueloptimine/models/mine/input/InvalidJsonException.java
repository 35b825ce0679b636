package io.fueloptimine.models.mine.input;

import java.io.IOException;

/**
 * Thrown when a JSON text is malformed or does not match the expected record. The message describes
 * the fault.
 */
public final class InvalidJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient JsonFault fault;

    InvalidJsonException(JsonFault fault, Throwable cause) {
        super(fault.sentence(), cause);
        this.fault = fault;
    }

    /**
     * The fault as field, value and expected value; null after deserialisation of the exception.
     */
    public JsonFault fault() {
        return fault;
    }
}
