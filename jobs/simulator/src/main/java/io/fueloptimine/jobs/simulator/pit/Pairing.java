package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Material;

/** Whom a truck serves when nobody dispatches. */
interface Pairing {

    LoadingPlace unitFor(HaulTruck truck, long nowMs);

    DumpPlace dumpFor(HaulTruck truck, Material material, long nowMs);
}
