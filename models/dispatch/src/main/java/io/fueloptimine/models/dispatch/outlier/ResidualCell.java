package io.fueloptimine.models.dispatch.outlier;

import java.io.Serializable;
import java.time.Instant;

/**
 * The windows of one machine with one operator in one shift, added up. Immutable.
 *
 * @param machineId the machine
 * @param operatorId code of the operator; empty when unknown
 * @param shiftStart start of the shift (UTC)
 * @param hours hours of the windows, h
 * @param burntL litres burnt, L
 * @param expectedL litres that the model expects, L
 */
public record ResidualCell(
        String machineId,
        String operatorId,
        Instant shiftStart,
        double hours,
        double burntL,
        double expectedL)
        implements Serializable {

    /** The sum with another cell of the same machine, operator and shift. */
    public ResidualCell plus(ResidualCell other) {
        return new ResidualCell(
                machineId,
                operatorId,
                shiftStart,
                hours + other.hours,
                burntL + other.burntL,
                expectedL + other.expectedL);
    }

    /** The cell without the part that another one added. */
    public ResidualCell minus(ResidualCell other) {
        return new ResidualCell(
                machineId,
                operatorId,
                shiftStart,
                hours - other.hours,
                burntL - other.burntL,
                expectedL - other.expectedL);
    }
}
