package io.fueloptimine.models.mine.site;

import java.io.Serializable;

/**
 * A haul truck.
 *
 * @param id the id of the truck, unique within the site
 * @param className the class of the truck
 * @param pairedLoadingUnitId the loading unit that the truck serves without dispatch
 * @param pairedDumpId the dump that the truck serves without dispatch
 */
public record Truck(String id, String className, String pairedLoadingUnitId, String pairedDumpId)
        implements Serializable {}
