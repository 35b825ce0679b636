package io.fueloptimine.models.quality.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Senders that try to advance the time of a site. */
class SiteClocksAttackTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> OTHERS = List.of("T04", "T05", "T06");
    private static final List<String> TRUCKS = List.of("T01", "T02", "T03");

    private static final ClockRules RULES =
            ClockRules.of(MineSites.read(Path.of("../../deploy/local/mines/andes.yaml")))
                    .withOpenSites(Set.of("cobre", "open"));
    private static final ClockRules REAL_TIME = RULES.withMaxAhead(Duration.ofMinutes(5));

    @Test
    void threeMadeUpMachinesDoNotAdvanceTheTimeOfTheSite() {
        SiteClocks clocks = new SiteClocks(RULES);
        for (String madeUp : List.of("X1", "X2", "X3")) {
            clocks.aheadSeconds(state("andes", madeUp, START.plus(YEAR)));
        }
        TRUCKS.forEach(truck -> clocks.aheadSeconds(state("andes", truck, START)));

        assertThat(clocks.aheadSeconds(state("andes", "X1", START.plus(YEAR))))
                .isEqualTo(YEAR.toSeconds());
    }

    @Test
    void cyclesAndNotesOfKnownTrucksDoNotAdvanceTheTimeOfTheSite() {
        SiteClocks clocks = new SiteClocks(RULES);
        for (String truck : TRUCKS) {
            clocks.aheadSeconds(cycle(truck, START.plus(Duration.ofDays(29))));
            clocks.aheadSeconds(note(truck, START.plus(Duration.ofDays(29))));
        }
        OTHERS.forEach(truck -> clocks.aheadSeconds(state("andes", truck, START)));

        assertThat(clocks.aheadSeconds(state("andes", "T04", START.plusSeconds(7)))).isEqualTo(7);
    }

    @Test
    void cyclesAreComparedWithOneAnotherWhereNothingElseIsSent() {
        SiteClocks clocks = new SiteClocks(RULES);
        TRUCKS.forEach(truck -> clocks.aheadSeconds(cycle(truck, START)));

        assertThat(clocks.aheadSeconds(cycle("T01", START.plus(YEAR)))).isEqualTo(YEAR.toSeconds());
    }

    @Test
    void oneSiteDoesNotAdvanceTheTimeOfAnother() {
        SiteClocks clocks = new SiteClocks(RULES);
        for (String machine : List.of("C1", "C2", "C3")) {
            clocks.aheadSeconds(state("cobre", machine, START.plus(YEAR)));
        }
        TRUCKS.forEach(truck -> clocks.aheadSeconds(state("andes", truck, START)));

        assertThat(clocks.aheadSeconds(state("andes", "T02", START.plusSeconds(9)))).isEqualTo(9);
    }

    @Test
    void whereMineTimeIsRealTimeNoReadingIsComparedWithATimeAfterItsArrival() {
        SiteClocks clocks = new SiteClocks(REAL_TIME);
        TRUCKS.forEach(truck -> clocks.aheadSeconds(state("andes", truck, START.plus(YEAR))));
        OTHERS.forEach(truck -> clocks.aheadSeconds(state("andes", truck, START)));

        assertThat(clocks.aheadSeconds(state("andes", "T04", START.plusSeconds(5)))).isEqualTo(5);
        assertThat(clocks.aheadSeconds(cycle("X1", START.plus(YEAR)))).isEqualTo(YEAR.toSeconds());
    }

    @Test
    void knowsTheMachinesOfMineFilesAndAllOfOpenSites() {
        assertThat(RULES.isKnown("andes", "T01")).isTrue();
        assertThat(RULES.isKnown("andes", "C1")).isFalse();
        assertThat(RULES.isKnown("open", "anything")).isTrue();
        assertThat(RULES.isKnown("elsewhere", "T01")).isFalse();
    }

    @Test
    void refusesWhatIsFurtherAheadThanTheBoundAndNoRecordsOfPastWork() {
        Reading jump = state("andes", "T01", START.plusSeconds(301));
        long later = START.plus(YEAR).toEpochMilli();
        assertThat(REAL_TIME.isClockJump(jump)).isTrue();
        assertThat(REAL_TIME.mayAdvanceTime(jump)).isFalse();
        assertThat(REAL_TIME.isRefused(jump, later)).isTrue();
        assertThat(RULES.isRefused(jump, 0)).isFalse();

        Reading within = state("andes", "T01", START.plusSeconds(300));
        assertThat(REAL_TIME.isClockJump(within)).isFalse();
        assertThat(REAL_TIME.mayAdvanceTime(within)).isTrue();
        assertThat(REAL_TIME.isRefused(within, START.toEpochMilli() - 1)).isTrue();

        Reading record = cycle("T01", START.plus(Duration.ofDays(29)));
        assertThat(REAL_TIME.isRefused(record, 0)).isFalse();
        assertThat(REAL_TIME.mayAdvanceTime(record)).isFalse();
        assertThat(REAL_TIME.isRefused(note("T01", START.plus(YEAR)), later)).isTrue();
    }

    /** A replay of a fleet management system has no telemetry. */
    @Test
    void recordsAdvanceTimeOnlyAtOpenSitesWhoseTimeIsNotTheTimeOfArrival() {
        Reading replayed = cycle("open", "T01", START);

        assertThat(RULES.mayAdvanceTime(replayed)).isTrue();
        assertThat(RULES.mayAdvanceTime(cycle("T01", START))).isFalse();
        assertThat(RULES.withMaxAhead(Duration.ofMinutes(5)).mayAdvanceTime(replayed)).isFalse();
    }

    private static Reading state(String site, String machineId, Instant time) {
        StateChange change =
                new StateChange(null, null, null, null, null, null, null, null, null, null);
        return reading(site, machineId, ReadingStream.STATE, time, change, null, null);
    }

    private static Reading note(String machineId, Instant time) {
        return reading(
                "andes", machineId, ReadingStream.NOTE, time, null, new Note("op", "n"), null);
    }

    private static Reading cycle(String machineId, Instant time) {
        return cycle("andes", machineId, time);
    }

    private static Reading cycle(String site, String machineId, Instant time) {
        return reading(site, machineId, ReadingStream.CYCLE, time, null, null, cycleAt(time));
    }

    /** Every reading arrives at the start. */
    private static Reading reading(
            String site,
            String machineId,
            ReadingStream stream,
            Instant time,
            StateChange state,
            Note note,
            HaulCycle cycle) {
        return new Reading(
                site,
                EquipmentKind.HAULTRUCK,
                machineId,
                stream,
                -1,
                time,
                START,
                false,
                List.of(),
                null,
                state,
                null,
                note,
                null,
                cycle);
    }

    private static HaulCycle cycleAt(Instant time) {
        return new HaulCycle(
                "c", "andes", "T01", null, null, null, null, null, null, null, null, null, time,
                200, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, "fms",
                List.of(), null);
    }
}
