package io.fueloptimine.models.dispatch.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The litres that the baseline period burnt for a tonne of a face and a tonne of a dump, including
 * the empty trip, queues and loading.
 *
 * <p>The litres per tonne of a haul are fitted as the sum of a value of its face and a value of its
 * dump, by least squares in which each haul counts with its tonnes. The norm litres of a shift then
 * depend on its tonnes from each face and to each dump, but not on which face's loads went to which
 * dump: this choice is dispatch, the tonnes are the work. When the haul between a face and a dump
 * gets longer or steeper than in the baseline, the norm follows by the slope of a straight line
 * over the effective flat haul ({@link HaulLine}). A face or dump that is rare in the baseline gets
 * the litres of this line, with the deviation of the known hauls from the line as standard error.
 * Immutable.
 */
final class HaulNorm {

    /** With fewer loads the mean of a face or dump is less certain than the line. */
    private static final int KNOWN_LOADS = 30;

    private static final int ROUNDS = 300;

    private final Map<String, Double> faceLpt = new HashMap<>();
    private final Map<String, Double> dumpLpt = new HashMap<>();
    private final Map<String, Double> efhM = new HashMap<>();
    private final HaulLine line;
    private final double deviationLpt;

    HaulNorm(List<ShiftWork> shifts) {
        ShiftWork sum = shifts.stream().reduce(ShiftWork::plus).orElseThrow();
        line = HaulLine.of(sum.cycles());
        Map<String, HaulWork> known = known(sum.hauls());
        fit(known);
        double squares = 0;
        double tonnes = 0;
        for (Map.Entry<String, HaulWork> haul : known.entrySet()) {
            HaulWork work = haul.getValue();
            efhM.put(haul.getKey(), work.efhM());
            squares += work.fuelTonnes() * Math.pow(lptOf(work) - line.lpt(work.efhM()), 2);
            tonnes += work.fuelTonnes();
        }
        deviationLpt = tonnes > 0 ? Math.sqrt(squares / tonnes) : 0;
    }

    /** The litres of the haul cycles of a shift in the baseline, L. */
    double litres(ShiftWork shift) {
        double litres = 0;
        for (Map.Entry<String, HaulWork> haul : shift.hauls().entrySet()) {
            litres += haul.getValue().tonnes() * lpt(haul.getKey(), haul.getValue());
        }
        return litres;
    }

    /** The standard error of {@link #litres} from places that are rare in the baseline, L. */
    double standardErrorL(ShiftWork shift) {
        double squares = 0;
        for (Map.Entry<String, HaulWork> haul : shift.hauls().entrySet()) {
            if (!knows(haul.getKey())) {
                HaulWork work = haul.getValue();
                double se = Math.hypot(deviationLpt, line.seLpt(work.efhM()));
                squares += Math.pow(work.tonnes() * se, 2);
            }
        }
        return Math.sqrt(squares);
    }

    /** The tonnes from faces or to dumps that are rare in the baseline, t. */
    double unknownTonnes(ShiftWork shift) {
        return shift.hauls().entrySet().stream()
                .filter(haul -> !knows(haul.getKey()))
                .mapToDouble(haul -> haul.getValue().tonnes())
                .sum();
    }

    private boolean knows(String haul) {
        return faceLpt.containsKey(ShiftWork.from(haul)) && dumpLpt.containsKey(ShiftWork.to(haul));
    }

    private double lpt(String haul, HaulWork work) {
        if (!knows(haul)) {
            return line.lpt(work.efhM());
        }
        double longerKm = (work.efhM() - efhM.getOrDefault(haul, work.efhM())) / 1_000;
        return faceLpt.get(ShiftWork.from(haul))
                + dumpLpt.get(ShiftWork.to(haul))
                + line.slopeLptPerKm() * longerKm;
    }

    /** The hauls of faces and dumps with enough loads. */
    private static Map<String, HaulWork> known(Map<String, HaulWork> hauls) {
        Map<String, Integer> fromFace = new HashMap<>();
        Map<String, Integer> toDump = new HashMap<>();
        hauls.forEach(
                (haul, work) -> {
                    fromFace.merge(ShiftWork.from(haul), work.loads(), Integer::sum);
                    toDump.merge(ShiftWork.to(haul), work.loads(), Integer::sum);
                });
        Map<String, HaulWork> known = new HashMap<>(hauls);
        known.entrySet()
                .removeIf(
                        haul ->
                                fromFace.get(ShiftWork.from(haul.getKey())) < KNOWN_LOADS
                                        || toDump.get(ShiftWork.to(haul.getKey())) < KNOWN_LOADS
                                        || haul.getValue().fuelTonnes() <= 0);
        return known;
    }

    /** Fits the values of faces and dumps in turn, until they no longer change. */
    private void fit(Map<String, HaulWork> known) {
        known.keySet().forEach(haul -> dumpLpt.put(ShiftWork.to(haul), 0.0));
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, double[]> faces = new HashMap<>();
            known.forEach(
                    (haul, work) ->
                            add(
                                    faces,
                                    ShiftWork.from(haul),
                                    work.fuelTonnes(),
                                    lptOf(work) - dumpLpt.get(ShiftWork.to(haul))));
            faces.forEach((face, sums) -> faceLpt.put(face, sums[1] / sums[0]));
            Map<String, double[]> dumps = new HashMap<>();
            known.forEach(
                    (haul, work) ->
                            add(
                                    dumps,
                                    ShiftWork.to(haul),
                                    work.fuelTonnes(),
                                    lptOf(work) - faceLpt.get(ShiftWork.from(haul))));
            dumps.forEach((dump, sums) -> dumpLpt.put(dump, sums[1] / sums[0]));
        }
    }

    private static void add(Map<String, double[]> sums, String key, double weight, double value) {
        double[] sum = sums.computeIfAbsent(key, unused -> new double[2]);
        sum[0] += weight;
        sum[1] += weight * value;
    }

    private static double lptOf(HaulWork work) {
        return work.fuelL() / work.fuelTonnes();
    }
}
