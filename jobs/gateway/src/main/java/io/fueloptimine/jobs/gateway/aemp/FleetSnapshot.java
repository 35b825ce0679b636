package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.models.message.aemp.AempEquipment;
import io.fueloptimine.models.message.aemp.AempPage;
import io.fueloptimine.models.message.aemp.AempParser;
import io.fueloptimine.models.message.aemp.InvalidSnapshotException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All pages of a snapshot. When a page cannot be read, the machines of the pages before it remain:
 * each machine stands for itself.
 *
 * @param equipment the machines, in the order of the pages
 * @param pages the number of pages read
 * @param sectionFaults the number of sections that could not be read
 * @param faults what could not be read, limited in number
 * @param complete whether every page was read
 */
record FleetSnapshot(
        List<AempEquipment> equipment,
        int pages,
        int sectionFaults,
        List<String> faults,
        boolean complete) {

    /** The greatest number of pages; with 100 machines each, more than any fleet. */
    static final int MAX_PAGES = 500;

    static final int MAX_MACHINES = 20_000;

    /** Reads all pages, from the first one along the links to the next one. */
    static FleetSnapshot read(PageSource source, URI first) throws InterruptedException {
        Walk walk = new Walk();
        Optional<URI> address = Optional.of(first);
        while (address.isPresent()) {
            address = walk.step(source, address.get());
        }
        return new FleetSnapshot(
                List.copyOf(walk.equipment),
                walk.pages,
                walk.sectionFaults,
                List.copyOf(walk.faults),
                walk.complete);
    }

    /** The way along the links. */
    private static final class Walk {

        private final List<AempEquipment> equipment = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final Set<URI> visited = new HashSet<>();
        private int pages;
        private int sectionFaults;
        private boolean complete = true;

        private Optional<URI> step(PageSource source, URI address) throws InterruptedException {
            visited.add(address);
            AempPage page;
            try {
                page = AempParser.parse(source.page(address));
            } catch (PageUnavailableException e) {
                return end(e.getMessage());
            } catch (InvalidSnapshotException e) {
                return end(PageUnavailableException.shown(address) + " has " + e.getMessage());
            }
            pages++;
            equipment.addAll(page.equipment());
            sectionFaults += page.faultCount();
            faults.addAll(page.faults().subList(0, Math.min(page.faults().size(), left())));
            return page.next().isEmpty() ? Optional.empty() : next(address, page.next().get());
        }

        private Optional<URI> next(URI address, String link) {
            Optional<URI> next = NextPage.of(address, link);
            if (next.isEmpty()) {
                return end(
                        PageUnavailableException.shown(address)
                                + " has a link to a next page that is no address of the same host");
            }
            if (visited.contains(next.get())) {
                // Many servers name the last page as its own next page.
                return Optional.empty();
            }
            if (pages >= MAX_PAGES || equipment.size() >= MAX_MACHINES) {
                return end(
                        "more than "
                                + pages
                                + " pages or "
                                + equipment.size()
                                + " machines, expected at most "
                                + MAX_PAGES
                                + " pages and "
                                + MAX_MACHINES
                                + " machines");
            }
            return next;
        }

        private Optional<URI> end(String fault) {
            faults.add(0, fault);
            complete = false;
            return Optional.empty();
        }

        private int left() {
            return Math.max(0, AempPage.MAX_FAULTS - faults.size());
        }
    }
}
