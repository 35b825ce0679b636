package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * A truck that is free for its next load, or will be free soon.
 *
 * @param truck the truck
 * @param truckClass its class
 * @param fromId the place where it becomes free
 * @param freeInS time until then, s
 */
public record FreeTruck(Truck truck, TruckClass truckClass, String fromId, double freeInS) {}
