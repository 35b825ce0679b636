package io.fueloptimine.models.training.table;

import java.time.Instant;

/**
 * The litres that an average truck of its class with an average operator would have burnt in the
 * place of a truck. A simulation knows them. What a truck burns more or less than that depends on
 * its engine and operator, which no feature tells, so these litres show how small the error of a
 * model can become.
 */
@FunctionalInterface
public interface AverageLitres {

    /** The litres of a history that is not simulated. */
    AverageLitres UNKNOWN = (machineId, from, until) -> Double.NaN;

    /**
     * The litres of a truck in a time.
     *
     * @param from inclusive (UTC); null when unknown
     * @param until exclusive (UTC)
     * @return litres; NaN when unknown
     */
    double of(String machineId, Instant from, Instant until);
}
