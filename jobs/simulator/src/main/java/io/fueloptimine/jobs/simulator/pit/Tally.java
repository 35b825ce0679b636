package io.fueloptimine.jobs.simulator.pit;

/** The counters behind {@link PitFigures} while the pit runs. */
final class Tally {

    double oreT;
    double wasteT;
    double burntL;
    double auxBurntL;
    double dispensedL;
    double leakedL;
    double stolenL;
    long cycles;
    long messages;
    long accepted;
    long rejected;

    PitFigures figures() {
        return new PitFigures(
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

    void continueFrom(PitFigures figures) {
        oreT = figures.oreT();
        wasteT = figures.wasteT();
        burntL = figures.burntL();
        auxBurntL = figures.auxBurntL();
        dispensedL = figures.dispensedL();
        leakedL = figures.leakedL();
        stolenL = figures.stolenL();
        cycles = figures.cycles();
        messages = figures.messages();
        accepted = figures.accepted();
        rejected = figures.rejected();
    }
}
