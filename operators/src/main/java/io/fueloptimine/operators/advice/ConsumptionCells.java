package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.outlier.ResidualCell;
import java.time.Instant;
import java.util.List;

/**
 * What a site's trucks burnt in the newest shifts, to be ranked. Immutable.
 *
 * @param site the mine
 * @param at end of the newest shift (UTC)
 * @param cells one for each machine, operator and shift
 */
public record ConsumptionCells(String site, Instant at, List<ResidualCell> cells) {}
