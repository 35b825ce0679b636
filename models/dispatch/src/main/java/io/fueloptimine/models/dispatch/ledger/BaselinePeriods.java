package io.fueloptimine.models.dispatch.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The baseline period of each site. Nothing is measured at a site without one. Immutable.
 *
 * @param bySite the periods, by site
 */
public record BaselinePeriods(Map<String, BaselinePeriod> bySite) implements Serializable {

    /** No site has a baseline period. */
    public static final BaselinePeriods NONE = new BaselinePeriods(Map.of());

    private static final String EXPECTED =
            "SITE=FROM/UNTIL with times in UTC such as"
                    + " andes=2026-05-04T08:00:00Z/2026-05-18T08:00:00Z, separated by semicolons";

    public BaselinePeriods {
        bySite = new TreeMap<>(bySite);
    }

    /** The period of a site; empty without one. */
    public Optional<BaselinePeriod> of(String site) {
        return Optional.ofNullable(bySite.get(site));
    }

    /**
     * Reads {@code SITE=FROM/UNTIL;SITE=FROM/UNTIL}.
     *
     * @param sites the known sites
     * @throws IllegalArgumentException if a part is wrong; the message names every fault
     */
    public static BaselinePeriods parse(String text, Set<String> sites) {
        Map<String, BaselinePeriod> periods = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String part : text.split(";")) {
            try {
                String site = siteOf(part.strip(), sites);
                if (periods.put(site, periodOf(part.strip())) != null) {
                    faults.add("'" + site + "' occurs twice, expected one period for each site");
                }
            } catch (IllegalArgumentException wrong) {
                faults.add(wrong.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new BaselinePeriods(periods);
    }

    private static String siteOf(String part, Set<String> sites) {
        int end = part.indexOf('=');
        if (end < 1) {
            throw new IllegalArgumentException("is '" + part + "', expected " + EXPECTED);
        }
        String site = part.substring(0, end);
        if (!sites.contains(site)) {
            throw new IllegalArgumentException(
                    "is '"
                            + site
                            + "', expected one of the sites "
                            + String.join(", ", new TreeSet<>(sites)));
        }
        return site;
    }

    private static BaselinePeriod periodOf(String part) {
        String[] times = part.substring(part.indexOf('=') + 1).split("/", -1);
        if (times.length != 2) {
            throw new IllegalArgumentException("is '" + part + "', expected " + EXPECTED);
        }
        return new BaselinePeriod(timeOf(times[0], part), timeOf(times[1], part));
    }

    private static Instant timeOf(String text, String part) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "is '" + part + "' with the time '" + text + "', expected " + EXPECTED, wrong);
        }
    }
}
