package io.fueloptimine.models.dispatch.outlier;

import io.fueloptimine.models.dispatch.road.NormalQuantile;
import io.fueloptimine.models.mine.ConsumptionOutlier;
import io.fueloptimine.models.mine.ConsumptionOutlier.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     * All machines and operators, highest consumption first, machines before operators. Fewer than
     * two machines or two operators cannot be compared; the result is then empty.
     */
    public static List<ConsumptionOutlier> of(String site, List<ResidualCell> cells) {
        Map<String, Integer> machines = new LinkedHashMap<>();
        Map<String, Integer> operators = new LinkedHashMap<>();
        List<MixedModel.Row> rows = new ArrayList<>();
        List<ResidualCell> used = new ArrayList<>();
        for (ResidualCell cell : cells) {
            if (cell.hours() >= LEAST_HOURS && cell.burntL() > 0 && cell.expectedL() > 0) {
                used.add(cell);
                machines.putIfAbsent(cell.machineId(), machines.size());
                operators.putIfAbsent(cell.operatorId(), operators.size());
                rows.add(
                        new MixedModel.Row(
                                machines.get(cell.machineId()),
                                operators.get(cell.operatorId()),
                                Math.log(cell.burntL() / cell.expectedL()),
                                cell.hours()));
            }
        }
        if (machines.size() < 2 || operators.size() < 2) {
            return List.of();
        }
        MixedModel model = new MixedModel(rows, machines.size(), operators.size());
        List<ConsumptionOutlier> ranked = new ArrayList<>();
        double machineWidth = NormalQuantile.upper(FAMILY_ERROR / 2 / machines.size());
        machines.forEach(
                (id, index) ->
                        ranked.add(
                                outlier(
                                        site,
                                        Kind.MACHINE,
                                        id,
                                        used.stream()
                                                .filter(cell -> cell.machineId().equals(id))
                                                .toList(),
                                        model.first(index),
                                        machineWidth * model.firstError(index))));
        double operatorWidth = NormalQuantile.upper(FAMILY_ERROR / 2 / operators.size());
        operators.forEach(
                (id, index) ->
                        ranked.add(
                                outlier(
                                        site,
                                        Kind.OPERATOR,
                                        id,
                                        used.stream()
                                                .filter(cell -> cell.operatorId().equals(id))
                                                .toList(),
                                        model.second(index),
                                        operatorWidth * model.secondError(index))));
        ranked.sort(
                Comparator.comparing(ConsumptionOutlier::kind)
                        .thenComparing(outlier -> -outlier.ratio())
                        .thenComparing(ConsumptionOutlier::code));
        return ranked;
    }

    private static ConsumptionOutlier outlier(
            String site,
            Kind kind,
            String code,
            List<ResidualCell> cells,
            double effect,
            double halfWidth) {
        return new ConsumptionOutlier(
                site,
                kind,
                code,
                cells.stream().map(ResidualCell::end).max(Instant::compareTo).orElseThrow(),
                cells.stream().mapToDouble(ResidualCell::hours).sum(),
                Math.exp(effect),
                Math.exp(effect - halfWidth),
                Math.exp(effect + halfWidth));
    }
}
