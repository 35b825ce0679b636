/**
 * Follows the tank of each machine: refuellings and losses from the level and from fuel bays, and
 * the reconciliation of level, meter, fuel bay and model between two refuellings.
 *
 * <p>Everything rests on the tank's balance: content by the level plus the fuel metered so far. The
 * balance is constant while the engine burns what the meter shows; a refuelling and a theft are
 * steps of it, a leak is a slope over time, and a wrong meter is a slope over the fuel metered.
 */
package io.fueloptimine.models.alarm.tank;
