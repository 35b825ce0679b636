package io.fueloptimine.models.fuel.trees;

/** What is wrong with a model file, before the file's name is known. */
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
