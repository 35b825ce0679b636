package io.fueloptimine.jobs.simulator.observation;

/**
 * One simulated haul cycle, from the departure of the empty truck until its body is empty again.
 *
 * @param cycleS duration of the haul cycle, s
 * @param payloadT payload of the truck, t
 * @param emptyM distance driven empty, m
 * @param fullM distance driven loaded, m
 * @param emptyTravelS time travelling empty, without stops, s
 * @param fullTravelS time travelling loaded, without stops, s
 * @param expectedEmptyS travel time empty according to the travel table of the fleet system, s
 * @param expectedFullS travel time loaded according to the travel table of the fleet system, s
 * @param loadQueueS time in the queue of the loading unit, s
 * @param spotS spotting time, s
 * @param loadingS loading time, s
 * @param dumpQueueS time in the queue of the dump, s
 * @param dumpingS dumping time, s
 */
public record CycleRecord(
        double cycleS,
        double payloadT,
        double emptyM,
        double fullM,
        double emptyTravelS,
        double fullTravelS,
        double expectedEmptyS,
        double expectedFullS,
        double loadQueueS,
        double spotS,
        double loadingS,
        double dumpQueueS,
        double dumpingS) {}
