package io.fueloptimine.models.dispatch.outlier;

import io.fueloptimine.models.dispatch.road.NormalQuantile;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ranks machines and operators by their consumption relative to the model. Operators change trucks,
 * so that the effects of both can be separated: the logarithm of burnt by expected litres is the
 * sum of a machine's and an operator's effect ({@link MixedModel}). Stateless and thread-safe.
 */
public final class ConsumptionRanking {

    /** Probability that anybody of average consumption stands out. */
    private static final double FAMILY_ERROR = 0.05;

    /** A cell with less time says nothing, h. */
    private static final double LEAST_HOURS = 0.5;

    private ConsumptionRanking() {}

    /**
     * All machines and operators, highest consumption first, machines before operators. Those that
     * stand out have a rank. Unknown operators are left out of the result. A single machine cannot
     * be compared; the result is then empty.
     *
     * @param at time up to which windows are in the cells (UTC)
     * @param cells one for each machine, operator and shift
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; its
     *     interrupt status stays set
     */
    public static List<ConsumptionOutlier> of(String site, Instant at, List<ResidualCell> cells) {
        Map<String, Integer> machines = new LinkedHashMap<>();
        Map<String, Integer> operators = new LinkedHashMap<>();
        List<MixedModel.Row> rows = new ArrayList<>();
        List<ResidualCell> used = new ArrayList<>();
        for (ResidualCell cell : cells) {
            if (cell.hours() >= LEAST_HOURS && Double.isFinite(logRatio(cell))) {
                used.add(cell);
                machines.putIfAbsent(cell.machineId(), machines.size());
                operators.putIfAbsent(cell.operatorId(), operators.size());
                rows.add(
                        new MixedModel.Row(
                                machines.get(cell.machineId()),
                                operators.get(cell.operatorId()),
                                logRatio(cell),
                                cell.hours()));
            }
        }
        if (machines.size() < 2) {
            return List.of();
        }
        MixedModel model = new MixedModel(rows, machines.size(), operators.size());
        List<ConsumptionOutlier> ranked = new ArrayList<>();
        double machineWidth = NormalQuantile.upper(FAMILY_ERROR / 2 / machines.size());
        Map<String, List<ResidualCell>> ofMachine =
                used.stream().collect(Collectors.groupingBy(ResidualCell::machineId));
        machines.forEach(
                (id, index) ->
                        ranked.add(
                                outlier(
                                        site,
                                        Kind.MACHINE,
                                        id,
                                        at,
                                        ofMachine.get(id),
                                        model.first(index),
                                        machineWidth * model.firstError(index))));
        double operatorWidth = NormalQuantile.upper(FAMILY_ERROR / 2 / operators.size());
        Map<String, List<ResidualCell>> ofOperator =
                used.stream().collect(Collectors.groupingBy(ResidualCell::operatorId));
        operators.forEach(
                (id, index) ->
                        ranked.add(
                                outlier(
                                        site,
                                        Kind.OPERATOR,
                                        id,
                                        at,
                                        ofOperator.get(id),
                                        model.second(index),
                                        operatorWidth * model.secondError(index))));
        ranked.removeIf(outlier -> outlier.code().isEmpty());
        ranked.sort(
                Comparator.comparing(ConsumptionOutlier::kind)
                        .thenComparing(outlier -> -outlier.ratio())
                        .thenComparing(ConsumptionOutlier::code));
        return withRanks(ranked);
    }

    /** Logarithm of burnt by expected litres; not finite if one of them is not above 0. */
    private static double logRatio(ResidualCell cell) {
        return Math.log(Math.max(0, cell.burntL()) / Math.max(0, cell.expectedL()));
    }

    private static List<ConsumptionOutlier> withRanks(List<ConsumptionOutlier> sorted) {
        Map<Kind, Integer> ranks = new EnumMap<>(Kind.class);
        return sorted.stream()
                .map(
                        outlier ->
                                outlier.standsOut()
                                        ? outlier.withRank(
                                                ranks.merge(outlier.kind(), 1, Integer::sum))
                                        : outlier)
                .toList();
    }

    private static ConsumptionOutlier outlier(
            String site,
            Kind kind,
            String code,
            Instant at,
            List<ResidualCell> cells,
            double effect,
            double halfWidth) {
        return new ConsumptionOutlier(
                site,
                kind,
                code,
                at,
                cells.stream().mapToDouble(ResidualCell::hours).sum(),
                (int) cells.stream().map(ResidualCell::shiftStart).distinct().count(),
                Math.exp(effect),
                Math.exp(effect - halfWidth),
                Math.exp(effect + halfWidth),
                null);
    }
}
