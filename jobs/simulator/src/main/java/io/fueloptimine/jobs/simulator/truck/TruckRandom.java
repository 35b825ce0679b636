package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.random.MachineRandom;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.state.TruckNumbers;

/**
 * The random numbers of a truck, by haul cycle, breakdown, refuelling, order, shift or time.
 *
 * <p>The k-th cycle draws the same standby time, delay, pace, payload and durations whatever the
 * truck did before. Not thread-safe.
 */
public final class TruckRandom {

    private final MachineRandom random;
    private long cycle;
    private long breakdown;
    private long refuelling;
    private long order;
    private boolean standbyDrawn;
    private boolean delayTaken;

    /** The numbers of a truck before its first cycle. */
    public TruckRandom(long seed, String truckId) {
        random = new MachineRandom(seed, truckId);
    }

    /** For the state of the truck at its beginning. */
    public SeededRandom ofBeginning() {
        return random.of(Purpose.BEGINNING, 0);
    }

    /** The number of the haul cycle, from 0. */
    long cycle() {
        return cycle;
    }

    SeededRandom ofCycle(Purpose purpose) {
        return random.of(purpose, cycle);
    }

    SeededRandom ofBreakdown(Purpose purpose) {
        return random.of(purpose, breakdown);
    }

    SeededRandom ofRefuelling(Purpose purpose) {
        return random.of(purpose, refuelling);
    }

    SeededRandom ofShift(Purpose purpose, long shift) {
        return random.of(purpose, shift);
    }

    SeededRandom ofTime(Purpose purpose, long nowMs) {
        return random.of(purpose, nowMs);
    }

    /** For the answer to the next order. */
    SeededRandom ofNextOrder() {
        return random.of(Purpose.REFUSAL, order++);
    }

    void nextCycle() {
        cycle++;
        standbyDrawn = false;
        delayTaken = false;
    }

    void nextBreakdown() {
        breakdown++;
    }

    void nextRefuelling() {
        refuelling++;
    }

    /** Whether this is the first question of the cycle; a truck stands by once per cycle. */
    boolean firstStandby() {
        boolean first = !standbyDrawn;
        standbyDrawn = true;
        return first;
    }

    /** Whether the truck has been delayed in this cycle; it is delayed once per cycle. */
    boolean delayTaken() {
        return delayTaken;
    }

    void takeDelay() {
        delayTaken = true;
    }

    TruckNumbers numbers() {
        return new TruckNumbers(cycle, breakdown, refuelling, order, standbyDrawn, delayTaken);
    }

    void restore(TruckNumbers numbers) {
        cycle = numbers.cycle();
        breakdown = numbers.breakdown();
        refuelling = numbers.refuelling();
        order = numbers.order();
        standbyDrawn = numbers.standbyDrawn();
        delayTaken = numbers.delayTaken();
    }
}
