package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A shovel or loader.
 *
 * @param id its name
 * @param kind how it digs
 * @param faceId the face where it works, a location's id
 * @param material what it digs there
 * @param meanLoadingS mean time to load one truck, s
 * @param maxTph its highest dig rate, t/h
 */
public record LoadingUnit(
        String id,
        LoadingUnitKind kind,
        String faceId,
        Material material,
        double meanLoadingS,
        double maxTph)
        implements Serializable {}
