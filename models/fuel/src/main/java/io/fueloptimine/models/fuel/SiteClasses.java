package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.site.MineSites;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine classes of each site. Classes of the same name may have different tanks, powers or
 * payloads at two sites. Immutable and thread-safe.
 */
public final class SiteClasses {

    private final MachineClasses elsewhere;
    private final Map<String, MachineClasses> bySite;

    private SiteClasses(MachineClasses elsewhere, Map<String, MachineClasses> bySite) {
        this.elsewhere = elsewhere;
        this.bySite = bySite;
    }

    /** Creates an instance with the same classes at every site. */
    public static SiteClasses everywhere(MachineClasses classes) {
        return new SiteClasses(classes, Map.of());
    }

    /** The classes of the given mines; a site that is not among these mines has no classes. */
    public static SiteClasses of(MineSites mines) {
        Map<String, MachineClasses> bySite = new TreeMap<>();
        mines.bySite().forEach((site, mine) -> bySite.put(site, MachineClasses.of(mine)));
        return new SiteClasses(MachineClasses.NONE, bySite);
    }

    /** The classes of one site. */
    public MachineClasses of(String site) {
        return site == null ? elsewhere : bySite.getOrDefault(site, elsewhere);
    }

    /**
     * The base classes together with the classes of this instance; a class of this instance
     * replaces a base class of the same name.
     */
    public SiteClasses over(MachineClasses base) {
        Map<String, MachineClasses> merged = new TreeMap<>();
        bySite.forEach((site, classes) -> merged.put(site, base.with(classes)));
        return new SiteClasses(base.with(elsewhere), merged);
    }
}
