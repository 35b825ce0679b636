package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.List;

/**
 * What a truck that becomes free will find at a loading unit.
 *
 * @param unit the loading unit
 * @param busyS time until the unit has loaded the present truck, s; 0 without a truck
 * @param sinceLoadS time since the unit began its last load, s; infinite when unknown
 * @param arrivalsS when other trucks arrive, in ascending order, s from now; 0 for trucks that wait
 * @param serviceS mean time of spotting and loading, s
 */
public record UnitOutlook(
        LoadingUnit unit,
        double busyS,
        double sinceLoadS,
        List<Double> arrivalsS,
        double serviceS) {}
