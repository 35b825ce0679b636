package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The ids of a mine, and the one that a wrong id most likely stands for. */
final class KnownIds {

    private KnownIds() {}

    /** Trucks, loading units, crushers and dumps. */
    static List<String> machines(MineSite mine) {
        List<String> ids = new ArrayList<>();
        mine.trucks().stream().map(Truck::id).forEach(ids::add);
        mine.loadingUnits().stream().map(LoadingUnit::id).forEach(ids::add);
        mine.dumps().stream().map(DumpPoint::locationId).forEach(ids::add);
        return ids;
    }

    /** The faces of the dig plan. */
    static List<String> faces(MineSite mine) {
        return mine.digPlan().faces().stream().map(FaceTarget::faceId).toList();
    }

    /** All known ids, and the most similar one to a wrong id first. */
    static String oneOf(String wrong, Collection<String> known) {
        String nearest =
                known.stream()
                        .min(Comparator.comparingInt(id -> distance(wrong, id)))
                        .filter(id -> distance(wrong, id) <= 2)
                        .map(id -> id + "? One of ")
                        .orElse("one of ");
        return nearest + String.join(", ", known);
    }

    /** The number of characters to insert, delete or replace, upper and lower case being equal. */
    private static int distance(String one, String other) {
        String a = one.toUpperCase(Locale.ROOT);
        String b = other.toUpperCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[b.length()];
    }
}
