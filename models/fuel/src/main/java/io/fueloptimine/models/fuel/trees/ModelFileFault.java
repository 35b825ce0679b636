package io.fueloptimine.models.fuel.trees;

/**
 * A fault in a model file. The message does not contain the name of the file; the caller adds the
 * name.
 */
final class ModelFileFault extends Exception {

    private static final long serialVersionUID = 1L;

    ModelFileFault(String message) {
        super(message);
    }

    static void require(boolean holds, String fault) throws ModelFileFault {
        if (!holds) {
            throw new ModelFileFault(fault);
        }
    }
}
