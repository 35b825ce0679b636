package io.fueloptimine.operators.validate;

/**
 * The number of names that the mine files do not contain and that {@link AdmitMachines} has
 * admitted. Immutable.
 *
 * @param machines the number of machines
 * @param edgeNames the number of Sparkplug edge nodes and devices
 * @param reported whether it was signalled that messages are rejected because of too many names
 */
public record AdmittedNames(int machines, int edgeNames, boolean reported) {

    static final AdmittedNames NONE = new AdmittedNames(0, 0, false);

    boolean isFull(boolean edge) {
        return edge
                ? edgeNames >= AdmitMachines.MAX_EDGE_NAMES
                : machines >= AdmitMachines.MAX_MACHINES;
    }

    boolean isFull() {
        return isFull(true) || isFull(false);
    }

    AdmittedNames withOneMore(boolean edge) {
        return edge
                ? new AdmittedNames(machines, edgeNames + 1, reported)
                : new AdmittedNames(machines + 1, edgeNames, reported);
    }

    AdmittedNames withReported(boolean nowReported) {
        return new AdmittedNames(machines, edgeNames, nowReported);
    }
}
