package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.MineSites;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine classes of each site: two sites may run a class of the same name with different
 * tanks, powers or payloads. Immutable and thread-safe.
 */
public final class SiteClasses {

    private final MachineClasses elsewhere;
    private final Map<String, MachineClasses> bySite;

    private SiteClasses(MachineClasses elsewhere, Map<String, MachineClasses> bySite) {
        this.elsewhere = elsewhere;
        this.bySite = bySite;
    }

    /** The same classes at every site. */
    public static SiteClasses everywhere(MachineClasses classes) {
        return new SiteClasses(classes, Map.of());
    }

    /** The classes of these mines; a site that is not among them has none. */
    public static SiteClasses of(MineSites mines) {
        Map<String, MachineClasses> bySite = new TreeMap<>();
        mines.bySite().forEach((site, mine) -> bySite.put(site, MachineClasses.of(mine)));
        return new SiteClasses(MachineClasses.NONE, bySite);
    }

    /** The classes of one site. */
    public MachineClasses of(String site) {
        return site == null ? elsewhere : bySite.getOrDefault(site, elsewhere);
    }

    /** The base classes, replaced where these have a class of the same name. */
    public SiteClasses over(MachineClasses base) {
        Map<String, MachineClasses> merged = new TreeMap<>();
        bySite.forEach((site, classes) -> merged.put(site, base.with(classes)));
        return new SiteClasses(base.with(elsewhere), merged);
    }
}
