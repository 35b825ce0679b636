package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.models.message.aemp.AempMachine;

/**
 * What the pulling of snapshots has done since its start.
 *
 * @param polls snapshots that were read completely
 * @param failedPolls snapshots of which at least one page could not be read
 * @param published messages that the broker has acknowledged
 * @param repeatedSections sections whose time was known
 * @param olderSections sections older than the known one
 * @param faultySections sections that could not be read
 * @param counterResets fuel counters that fell or jumped
 * @param longGaps increases of fuel counters over too long a time to say when the fuel was used
 * @param unlistedMachines machines of the latest snapshot that the file of machines does not list
 * @param waiting messages that wait for the broker
 */
public record PullCounts(
        long polls,
        long failedPolls,
        long published,
        long repeatedSections,
        long olderSections,
        long faultySections,
        long counterResets,
        long longGaps,
        int unlistedMachines,
        int waiting) {

    static final PullCounts NONE = new PullCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** These counts and what one machine's sections were. */
    PullCounts with(AempMachine.Update update) {
        return new PullCounts(
                polls,
                failedPolls,
                published,
                repeatedSections + update.repeated(),
                olderSections + update.older(),
                faultySections,
                counterResets + update.resets(),
                longGaps + update.gaps(),
                unlistedMachines,
                waiting);
    }

    /** These counts with further published messages. */
    PullCounts with(int morePublished, int nowWaiting) {
        return new PullCounts(
                polls,
                failedPolls,
                published + morePublished,
                repeatedSections,
                olderSections,
                faultySections,
                counterResets,
                longGaps,
                unlistedMachines,
                nowWaiting);
    }

    /** These counts and one poll. */
    PullCounts with(FleetSnapshot fleet, int unlisted, int nowWaiting) {
        return new PullCounts(
                polls + (fleet.complete() ? 1 : 0),
                failedPolls + (fleet.complete() ? 0 : 1),
                published,
                repeatedSections,
                olderSections,
                faultySections + fleet.sectionFaults(),
                counterResets,
                longGaps,
                fleet.complete() ? unlisted : unlistedMachines,
                nowWaiting);
    }
}
