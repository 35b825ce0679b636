package io.fueloptimine.models.mine.dispatch;

/**
 * What a plan intends for one truck. The assignment of single trips may differ.
 *
 * @param truckId the truck
 * @param inService whether the truck should work; false when it should be parked or cannot work
 * @param faceId the face from which the truck preferably hauls; null for a truck without a haul
 * @param dumpId the dump to which the truck preferably hauls; null for a truck without a haul
 * @param reason why, in words
 */
public record PlannedTruck(
        String truckId, boolean inService, String faceId, String dumpId, String reason) {}
