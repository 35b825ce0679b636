package io.fueloptimine.models.message.aemp;

import java.util.List;
import java.util.Optional;

/**
 * One page of a fleet snapshot.
 *
 * @param next the address of the next page as the server gives it, possibly without a host; empty
 *     when the page names none. Some servers name the page itself on the last page.
 * @param equipment the machines on the page
 * @param faults the sections that could not be read, one text each, at most {@value #MAX_FAULTS}
 * @param faultCount the number of sections that could not be read
 */
public record AempPage(
        Optional<String> next, List<AempEquipment> equipment, List<String> faults, int faultCount) {

    /** The greatest number of faults that are kept as texts. */
    public static final int MAX_FAULTS = 20;
}
