package io.fueloptimine.models.notes;

import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;

/** Note rules per site, because each mine has its own road names. Immutable and thread-safe. */
public final class SiteNoteRules implements Serializable {

    private static final long serialVersionUID = 1;

    private final TreeMap<String, NoteRules> bySite;
    private final NoteRules elsewhere;

    private SiteNoteRules(TreeMap<String, NoteRules> bySite) {
        this.bySite = bySite;
        this.elsewhere = new NoteRules(List.of());
    }

    /** Rules with the road names of these mines. */
    public static SiteNoteRules of(MineSites mines) {
        TreeMap<String, NoteRules> bySite = new TreeMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) ->
                                bySite.put(
                                        site,
                                        new NoteRules(
                                                mine.roads().stream()
                                                        .map(RoadSegment::id)
                                                        .toList())));
        return new SiteNoteRules(bySite);
    }

    /** The rules of one site; rules without road names for a site that is not among the mines. */
    public NoteRules of(String site) {
        return site == null ? elsewhere : bySite.getOrDefault(site, elsewhere);
    }
}
