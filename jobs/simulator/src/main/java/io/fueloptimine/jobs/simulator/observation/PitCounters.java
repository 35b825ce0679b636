package io.fueloptimine.jobs.simulator.observation;

/** The counters from which {@link PitCounts} are made. Not thread-safe. */
public final class PitCounters {

    private double oreT;
    private double wasteT;
    private double burntL;
    private double auxBurntL;
    private double dispensedL;
    private double leakedL;
    private double stolenL;
    private long cycles;
    private long messages;
    private long accepted;
    private long rejected;

    public void addOre(double tonnes) {
        oreT += tonnes;
    }

    public void addWaste(double tonnes) {
        wasteT += tonnes;
    }

    public void addBurnt(double litres) {
        burntL += litres;
    }

    public void addAuxBurnt(double litres) {
        auxBurntL += litres;
    }

    public void addDispensed(double litres) {
        dispensedL += litres;
    }

    public void addLeaked(double litres) {
        leakedL += litres;
    }

    public void addStolen(double litres) {
        stolenL += litres;
    }

    public void addCycle() {
        cycles++;
    }

    public void addMessage() {
        messages++;
    }

    public void addAccepted() {
        accepted++;
    }

    public void addRejected() {
        rejected++;
    }

    public PitCounts counts() {
        return new PitCounts(
                oreT,
                wasteT,
                burntL,
                auxBurntL,
                dispensedL,
                leakedL,
                stolenL,
                cycles,
                messages,
                accepted,
                rejected);
    }

    /** Sets the counters to the counts of an earlier run. */
    public void restore(PitCounts counts) {
        oreT = counts.oreT();
        wasteT = counts.wasteT();
        burntL = counts.burntL();
        auxBurntL = counts.auxBurntL();
        dispensedL = counts.dispensedL();
        leakedL = counts.leakedL();
        stolenL = counts.stolenL();
        cycles = counts.cycles();
        messages = counts.messages();
        accepted = counts.accepted();
        rejected = counts.rejected();
    }
}
