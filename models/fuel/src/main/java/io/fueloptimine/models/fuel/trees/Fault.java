package io.fueloptimine.models.fuel.trees;

/** What is wrong with a model file, before the file's name is known. */
final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message);
    }

    static void require(boolean holds, String fault) throws Fault {
        if (!holds) {
            throw new Fault(fault);
        }
    }
}
