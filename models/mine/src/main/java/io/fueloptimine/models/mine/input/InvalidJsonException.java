package io.fueloptimine.models.mine.input;

import java.io.IOException;

/** A JSON text that is malformed or is not the expected record. Its message is the fault. */
public final class InvalidJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient JsonFault fault;

    InvalidJsonException(JsonFault fault, Throwable cause) {
        super(fault.sentence(), cause);
        this.fault = fault;
    }

    /** The fault, by parts; null after deserialisation. */
    public JsonFault fault() {
        return fault;
    }
}
