package io.fueloptimine.models.dispatch.outlier;

import java.io.Serializable;
import java.time.Instant;

/**
 * The windows of one machine with one operator in one shift, added up.
 *
 * @param machineId the machine
 * @param operatorId code of the operator; empty when unknown
 * @param end end of the newest window (UTC)
 * @param hours hours of the windows, h
 * @param burntL litres burnt, L, above 0
 * @param expectedL litres that the model expects, L, above 0
 */
public record ResidualCell(
        String machineId,
        String operatorId,
        Instant end,
        double hours,
        double burntL,
        double expectedL)
        implements Serializable {}
