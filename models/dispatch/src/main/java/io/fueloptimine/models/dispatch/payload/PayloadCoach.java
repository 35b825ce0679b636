package io.fueloptimine.models.dispatch.payload;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ojalgo.random.TDistribution;

/**
 * Compares the loads of loading units with the nominal payloads of the trucks, by operator code.
 *
 * <p>Too much: the makers' 10/10/20 rule (at most 10 % of the loads above 110 % of the nominal
 * payload, none above 120 %, the mean at most the nominal payload). Too little: the mean is below
 * the nominal payload, or more than 10 % of the loads are below 90 % of it. Means and shares of 10
 * % count only beyond chance, at 95 % each: by Student's t, and by the binomial distribution. A
 * load above 120 % always counts. Stateless and thread-safe.
 */
public final class PayloadCoach {

    private static final double UNDER = 0.9;
    private static final double OVER = 1.1;
    private static final double FAR_OVER = 1.2;
    private static final double TOLERATED_SHARE = 0.1;
    private static final int LEAST_LOADS = 10;
    private static final double ONE_SIDED = 0.025;

    /** Share of a cycle's litres that its load causes; the rest a cycle burns with any load. */
    private static final double LITRES_BY_LOAD = 0.45;

    private PayloadCoach() {}

    /**
     * The distribution of each unit and operator in one shift, with advice where loads are off
     * target. Units with fewer than ten loads are left out.
     *
     * @param loads the loads of the shift
     */
    public static List<PayloadAdvice> ofShift(
            String site, Instant shiftStart, List<UnitLoad> loads) {
        Map<String, List<UnitLoad>> byOperator = new TreeMap<>();
        for (UnitLoad load : loads) {
            byOperator
                    .computeIfAbsent(
                            load.unitId() + "/" + load.operatorId(), key -> new ArrayList<>())
                    .add(load);
        }
        return byOperator.values().stream()
                .filter(of -> of.size() >= LEAST_LOADS)
                .map(of -> advice(site, shiftStart, of))
                .toList();
    }

    private static PayloadAdvice advice(String site, Instant shiftStart, List<UnitLoad> loads) {
        double[] shares =
                loads.stream().mapToDouble(load -> load.payloadT() / load.nominalT()).toArray();
        double mean = Arrays.stream(shares).average().orElse(Double.NaN);
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        double spread = Math.sqrt(squares / (shares.length - 1));
        double half =
                TDistribution.of(shares.length - 1).getQuantile(1 - ONE_SIDED)
                        * spread
                        / Math.sqrt(shares.length);
        double under = share(shares, 0, UNDER);
        double over = 1 - share(shares, 0, OVER);
        double farOver = 1 - share(shares, 0, FAR_OVER);
        String unitId = loads.get(0).unitId();
        String operatorId = loads.get(0).operatorId();
        return new PayloadAdvice(
                String.join(
                        "/",
                        MachineKey.textOf(site, unitId),
                        "payload",
                        operatorId,
                        Long.toString(shiftStart.toEpochMilli())),
                site,
                unitId,
                operatorId,
                shiftStart,
                loads.stream().map(UnitLoad::at).max(Instant::compareTo).orElse(shiftStart),
                shares.length,
                mean,
                mean - half,
                mean + half,
                spread,
                under,
                over,
                farOver,
                lostLitresPerTonne(loads),
                text(unitId, shares.length, mean, half, under, over, farOver));
    }

    private static double share(double[] shares, double from, double to) {
        return Arrays.stream(shares).filter(share -> share > from && share <= to).count()
                / (double) shares.length;
    }

    /**
     * A load below the nominal payload needs more cycles for the same tonnes: of the litres of its
     * cycle, those that do not depend on the load are spread over fewer tonnes.
     */
    private static double lostLitresPerTonne(List<UnitLoad> loads) {
        double lostL = 0;
        double tonnes = 0;
        for (UnitLoad load : loads) {
            double missing = Math.max(0, 1 - load.payloadT() / load.nominalT());
            if (!Double.isNaN(load.litres())) {
                lostL += (1 - LITRES_BY_LOAD) * load.litres() * missing;
                tonnes += load.payloadT();
            }
        }
        return tonnes == 0 ? 0 : lostL / tonnes;
    }

    private static String text(
            String unitId,
            int loads,
            double mean,
            double half,
            double under,
            double over,
            double farOver) {
        if (farOver > 0 || isTooOften(over, loads) || mean - half > 1) {
            return String.format(
                    Locale.ROOT,
                    "%s overloads: mean %.0f %% of the nominal payload, %.0f %% of the loads above"
                            + " 110 %% (at most 10), %.0f %% above 120 %% (none allowed). Load less.",
                    unitId,
                    100 * mean,
                    100 * over,
                    100 * farOver);
        }
        if (mean + half < 1 || isTooOften(under, loads)) {
            return String.format(
                    Locale.ROOT,
                    "%s underloads: mean %.0f %% of the nominal payload, %.0f %% of the loads below"
                            + " 90 %%. Fill up to the nominal payload.",
                    unitId,
                    100 * mean,
                    100 * under);
        }
        return null;
    }

    /** Whether chance explains a share with less than 2.5 %, if 10 % of the loads are tolerated. */
    private static boolean isTooOften(double share, int loads) {
        int count = (int) Math.round(share * loads);
        double fewer = 0;
        double exactly = Math.pow(1 - TOLERATED_SHARE, loads);
        for (int k = 0; k < count; k++) {
            fewer += exactly;
            exactly *= (loads - k) / (k + 1.0) * TOLERATED_SHARE / (1 - TOLERATED_SHARE);
        }
        return 1 - fewer < ONE_SIDED;
    }
}
