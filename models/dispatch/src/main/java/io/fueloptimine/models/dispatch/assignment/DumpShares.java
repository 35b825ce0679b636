package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Divides the tonnes that dumps are still to receive among the faces, with the fewest litres for
 * the loaded trips: a transportation problem in equal parts. Used for a single decision.
 */
final class DumpShares {

    /** Number of parts into which the tonnes of a material are divided. */
    private static final int PARTS = 24;

    /** Cost of a part of a face that no dump takes, L. */
    private static final double NO_DUMP_L = 1e4;

    /** Cost of a part at a dump that the dig plan forbids or that cannot be reached, L. */
    private static final double FORBIDDEN_L = 1e6;

    private final MineSite mine;
    private final WorkTargets targets;
    private final HaulCosts hauls;
    private final TruckClass truckClass;

    DumpShares(MineSite mine, WorkTargets targets, HaulCosts hauls, TruckClass truckClass) {
        this.mine = mine;
        this.targets = targets;
        this.hauls = hauls;
        this.truckClass = truckClass;
    }

    /**
     * The parts of a face's tonnes that each dump gets, by the place of the dump.
     *
     * @param dumps the dumps of the material that are in service
     * @param underWayT tonnes under way to each dump, by the place of the dump
     */
    Map<String, Integer> of(
            String faceId,
            Material material,
            List<DumpPoint> dumps,
            Map<String, Double> underWayT) {
        List<DumpPoint> columns = columns(material, dumps, underWayT);
        List<String> rows = rows(faceId, material, columns.size());
        double[][] costs = new double[rows.size()][columns.size() + rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < costs[i].length; j++) {
                costs[i][j] = j < columns.size() ? litres(rows.get(i), columns.get(j)) : NO_DUMP_L;
            }
        }
        int[] columnOf = MinimumCostMatching.columnsOf(costs);
        Map<String, Integer> parts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).equals(faceId) && columnOf[i] < columns.size()) {
                parts.merge(columns.get(columnOf[i]).locationId(), 1, Integer::sum);
            }
        }
        return parts;
    }

    private List<DumpPoint> columns(
            Material material, List<DumpPoint> dumps, Map<String, Double> underWayT) {
        double[] leftT = new double[dumps.size()];
        double allT = 0;
        for (int i = 0; i < leftT.length; i++) {
            DumpPoint dump = dumps.get(i);
            leftT[i] =
                    Math.max(
                            0,
                            targets.dumpLeftT(dump, material)
                                    - underWayT.getOrDefault(dump.locationId(), 0.0));
            allT += leftT[i];
        }
        List<DumpPoint> columns = new ArrayList<>();
        for (int i = 0; i < leftT.length; i++) {
            long parts = allT == 0 ? 1 : Math.round(leftT[i] / allT * PARTS);
            columns.addAll(Collections.nCopies((int) Math.max(1, parts), dumps.get(i)));
        }
        return columns;
    }

    /** The parts of the faces, at least one of the asked face. */
    private List<String> rows(String faceId, Material material, int parts) {
        TreeSet<String> faces = new TreeSet<>();
        for (LoadingUnit unit : mine.loadingUnits()) {
            if (unit.material() == material) {
                faces.add(unit.faceId());
            }
        }
        double allT = faces.stream().mapToDouble(face -> targets.faceLeftT(face, 0)).sum();
        List<String> rows = new ArrayList<>();
        for (String face : faces) {
            double share = allT == 0 ? 0 : targets.faceLeftT(face, 0) / allT;
            long count = Math.max(face.equals(faceId) ? 1 : 0, Math.round(share * parts));
            rows.addAll(Collections.nCopies((int) count, face));
        }
        return rows;
    }

    private double litres(String faceId, DumpPoint dump) {
        return targets.allows(faceId, dump)
                ? hauls.trip(truckClass, true, faceId, dump.locationId())
                        .map(TripCost::litres)
                        .orElse(FORBIDDEN_L)
                : FORBIDDEN_L;
    }
}
