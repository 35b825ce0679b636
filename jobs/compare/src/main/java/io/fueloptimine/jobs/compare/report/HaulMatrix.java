package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.run.Haul;
import io.fueloptimine.jobs.compare.statistics.PolicyRuns;
import io.fueloptimine.jobs.compare.statistics.Quantity;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The face x dump matrix of a policy: mean tonnes per run. */
final class HaulMatrix {

    private record Row(String faceId, Material material) {}

    private HaulMatrix() {}

    static Table of(String variant, PolicyRuns policy) {
        SortedMap<Haul, Double> tonnes = policy.meanTonnes();
        Set<String> dumps = new TreeSet<>();
        Set<Row> faces = new LinkedHashSet<>();
        for (Haul haul : tonnes.keySet()) {
            dumps.add(haul.dumpId());
            faces.add(new Row(haul.faceId(), haul.material()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Row face : faces) {
            String material = face.material().name().toLowerCase(Locale.ROOT);
            rows.add(row(face.faceId(), material, dumps, tonnes, haul -> isFrom(face, haul)));
        }
        rows.add(row("all", FigureText.NONE, dumps, tonnes, haul -> true));
        List<String> header = new ArrayList<>(List.of("face", "material"));
        dumps.forEach(dump -> header.add("to " + dump + ", t"));
        header.add("all, t");
        return new Table(title(variant, policy), 2, header, rows);
    }

    private static String title(String variant, PolicyRuns policy) {
        return String.format(
                Locale.ROOT,
                "%s, variant %s: tonnes per run by face and dump; head grade %s %%, waste/ore %s",
                policy.policy(),
                variant,
                FigureText.fixed(policy.headGradePct(), Quantity.HEAD_GRADE.decimals()),
                FigureText.fixed(policy.strippingRatio(), 2));
    }

    private static List<String> row(
            String face,
            String material,
            Set<String> dumps,
            SortedMap<Haul, Double> tonnes,
            Predicate<Haul> wanted) {
        List<String> cells = new ArrayList<>(List.of(face, material));
        for (String dump : dumps) {
            cells.add(sum(tonnes, wanted.and(haul -> haul.dumpId().equals(dump))));
        }
        cells.add(sum(tonnes, wanted));
        return cells;
    }

    private static String sum(SortedMap<Haul, Double> tonnes, Predicate<Haul> wanted) {
        double sum =
                tonnes.entrySet().stream()
                        .filter(entry -> wanted.test(entry.getKey()))
                        .mapToDouble(entry -> entry.getValue())
                        .sum();
        return sum == 0 ? FigureText.NONE : FigureText.fixed(sum, 0);
    }

    private static boolean isFrom(Row face, Haul haul) {
        return haul.faceId().equals(face.faceId()) && haul.material() == face.material();
    }
}
