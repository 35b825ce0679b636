package io.fueloptimine.models.dispatch.bound;

/**
 * The empty travel of one shift: as measured, with fixed pairs, and at the optimum.
 *
 * @param shiftId the shift
 * @param loads number of loads compared
 * @param leftOut number of loads left out, because no truck drove empty from the load's dump to the
 *     load's loading place
 * @param drivenS measured empty travel of the loads, s
 * @param fixedPairsS empty travel if each truck had returned to the place where its load came from,
 *     at median times, s
 * @param optimalS least empty travel for the same loads and dumps, at median times, s
 */
public record ShiftBound(
        String shiftId,
        int loads,
        int leftOut,
        double drivenS,
        double fixedPairsS,
        double optimalS) {

    /**
     * The largest possible saving of empty travel compared with fixed pairs, as a fraction; 0
     * without empty travel.
     */
    public double savingOfFixedPairs() {
        return fixedPairsS == 0 ? 0 : 1 - optimalS / fixedPairsS;
    }
}
