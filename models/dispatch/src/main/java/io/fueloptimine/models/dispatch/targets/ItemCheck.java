package io.fueloptimine.models.dispatch.targets;

import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the items of one target, one after the other. Not thread-safe. */
final class ItemCheck {

    /** More than any mine moves, t/h. */
    private static final double MAX_TPH = 1_000_000;

    private static final int MAX_PRIORITY = 1_000;

    private final MineSite mine;
    private final Set<String> subjects = new HashSet<>();

    /**
     * @param mine the mine; null when the site is unknown, so that names are not checked
     */
    ItemCheck(MineSite mine) {
        this.mine = mine;
    }

    DispatchTarget.Item check(FaultyFields item) {
        String faceId = item.optionalLabel("faceId");
        String dumpId = item.optionalLabel("dumpId");
        Material material = item.word("material", Material.class);
        checkSubject(item, faceId, dumpId, material);
        Double minTph = item.number("minTph", 0, MAX_TPH);
        Double maxTph = item.number("maxTph", 0, MAX_TPH);
        Double priority = item.wholeNumber("priority", 1, MAX_PRIORITY);
        if (minTph != null && maxTph != null && minTph > maxTph) {
            item.fault("minTph", "at most maxTph, " + FaultyFields.plain(maxTph));
        }
        if (!item.has("minTph") && !item.has("maxTph") && !item.has("priority")) {
            item.fault("minTph", "at least one of minTph, maxTph and priority");
        }
        return new DispatchTarget.Item(
                faceId,
                material,
                dumpId,
                minTph,
                maxTph,
                priority == null ? null : priority.intValue());
    }

    private void checkSubject(FaultyFields item, String faceId, String dumpId, Material material) {
        boolean face = item.has("faceId");
        boolean dump = item.has("dumpId");
        if (!face && !dump && !item.has("material")) {
            item.fault("faceId", "one of faceId, dumpId and material");
        }
        if (face && (dump || item.has("material"))) {
            item.fault(dump ? "dumpId" : "material", "no second subject beside faceId");
        }
        if (mine != null && faceId != null) {
            checkFace(item, faceId);
        }
        if (mine != null && dumpId != null) {
            checkDump(item, dumpId, material);
        }
        if (!subjects.add(faceId + "|" + dumpId + "|" + material)) {
            item.fault(
                    face ? "faceId" : dump ? "dumpId" : "material",
                    "a subject that no earlier item of the target has");
        }
    }

    private void checkFace(FaultyFields item, String faceId) {
        List<String> faces =
                mine.locationsOf(LocationKind.FACE).stream().map(Location::id).toList();
        if (!faces.contains(faceId)) {
            item.fault("faceId", "a face of the mine: " + faces);
        }
    }

    private void checkDump(FaultyFields item, String dumpId, Material material) {
        List<DumpPoint> dumps =
                mine.dumps().stream().filter(dump -> dump.locationId().equals(dumpId)).toList();
        if (dumps.isEmpty()) {
            item.fault(
                    "dumpId",
                    "a dump of the mine: "
                            + mine.dumps().stream().map(DumpPoint::locationId).distinct().toList());
        } else if (material != null && dumps.stream().noneMatch(dump -> dump.accepts(material))) {
            item.fault("material", "a material that " + dumpId + " accepts");
        }
    }
}
