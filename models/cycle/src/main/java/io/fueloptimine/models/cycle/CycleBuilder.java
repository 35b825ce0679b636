package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.ProductionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One truck's way through its cycles, fed with its events in order of time. It follows the changes
 * of state; where one was lost, the state that telemetry tells stands in after {@link
 * #PATIENCE_MILLIS}. A mutable state type; all fields are for Flink. Free of Flink otherwise.
 */
public final class CycleBuilder {

    /** How long telemetry must contradict the last change of state before it is believed. */
    static final long PATIENCE_MILLIS = 10_000;

    /** The flag of a cycle whose dumping was not seen. */
    static final String DUMP_NOT_SEEN = "dump-not-seen";

    private static final String SOURCE = "telemetry";

    /** The present state; null before the first. */
    public ProductionState state;

    /** When it began, ms since the epoch. */
    public long stateSince;

    /** The state telemetry tells instead; null while it agrees. */
    public ProductionState rumour;

    /** Since when. */
    public long rumourSince;

    public String equipmentClass;
    public CycleDraft draft = new CycleDraft();
    public Odometer odometer = new Odometer();

    /** How many cycles ended of which too little had been seen. */
    public long incomplete;

    /** For Flink. */
    public CycleBuilder() {}

    /**
     * Takes all events of a stretch of time, in any order; what comes later must be younger.
     *
     * @return the cycles that ended in it, in order
     */
    public List<HaulCycle> addAll(List<CycleEvent> events, String site, String truckId) {
        return events.stream()
                .sorted(CycleEvent.IN_ORDER)
                .map(event -> add(event, site, truckId))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes the next event; a cycle when it ended one. */
    Optional<HaulCycle> add(CycleEvent event, String site, String truckId) {
        if (event.change() == null) {
            return addTelemetry(event, site, truckId);
        }
        Optional<HaulCycle> ended = enter(event.state(), event.timeMillis(), site, truckId);
        draft.describe(event.change());
        return ended;
    }

    private Optional<HaulCycle> addTelemetry(CycleEvent event, String site, String truckId) {
        equipmentClass = event.equipmentClass() == null ? equipmentClass : event.equipmentClass();
        odometer.add(event, draft.loaded);
        if (event.state() == null || event.state() == state) {
            rumour = null;
            return Optional.empty();
        }
        if (event.state() != rumour) {
            rumour = event.state();
            rumourSince = event.timeMillis();
        }
        return event.timeMillis() - rumourSince >= PATIENCE_MILLIS
                ? enter(rumour, rumourSince, site, truckId)
                : Optional.empty();
    }

    private Optional<HaulCycle> enter(
            ProductionState next, long millis, String site, String truckId) {
        rumour = null;
        if (next == state) {
            return Optional.empty();
        }
        if (state != null) {
            draft.spend(state, (millis - stateSince) / 1_000.0);
        }
        boolean dumped = state == ProductionState.DUMPING;
        boolean setsOutEmpty = draft.loaded && next == ProductionState.DRIVING;
        Optional<HaulCycle> ended =
                dumped || setsOutEmpty ? finish(millis, site, truckId) : Optional.empty();
        if (next == ProductionState.DRIVING && draft.assignedAt == CycleDraft.NEVER) {
            odometer.begin(millis);
        }
        draft.enter(next, millis, odometer.elevationM);
        state = next;
        stateSince = millis;
        return ended;
    }

    private Optional<HaulCycle> finish(long emptyAtMillis, String site, String truckId) {
        CycleDraft done = draft;
        draft = new CycleDraft();
        draft.operatorId = done.operatorId;
        Double payloadT = done.payloadT == null ? odometer.payloadT : done.payloadT;
        if (!done.isWhole() || payloadT == null) {
            incomplete++;
            return Optional.empty();
        }
        Instant emptyAt = Instant.ofEpochMilli(emptyAtMillis);
        return Optional.of(cycle(done, emptyAt, payloadT, site, truckId));
    }

    private HaulCycle cycle(
            CycleDraft done, Instant emptyAt, double payloadT, String site, String truckId) {
        return new HaulCycle(
                MachineKey.textOf(site, truckId) + "@" + emptyAt,
                site,
                truckId,
                equipmentClass,
                done.operatorId,
                done.loadingUnitId,
                done.loadLocationId,
                done.dumpLocationId,
                instant(done.assignedAt),
                instant(done.loadArrivedAt),
                instant(done.fullAt),
                instant(done.dumpArrivedAt),
                emptyAt,
                payloadT,
                null,
                odometer.payloadT,
                done.emptyTravelS,
                done.loadQueueS,
                done.spotS,
                done.loadingS,
                done.fullTravelS,
                done.dumpQueueS,
                done.dumpingS,
                0,
                odometer.emptyDistanceM,
                odometer.fullDistanceM,
                null,
                null,
                lift(done),
                odometer.fuelUntil(emptyAt.toEpochMilli()),
                SOURCE,
                done.dumpSeen ? List.of() : List.of(DUMP_NOT_SEEN));
    }

    private static Double lift(CycleDraft done) {
        boolean known = done.fullElevationM != null && done.dumpElevationM != null;
        return known ? done.dumpElevationM - done.fullElevationM : null;
    }

    private static Instant instant(long millis) {
        return millis == CycleDraft.NEVER ? null : Instant.ofEpochMilli(millis);
    }
}
