package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Builds the haul cycles of one truck from the truck's events in order of time. Messages about
 * changes of state determine the truck's state. When such a message was lost, telemetry contradicts
 * the state; after {@link #TELEMETRY_OVERRIDE_MILLIS} the state in telemetry is used. Mutable state
 * type; fields are public for Flink's POJO serializer.
 */
public final class CycleBuilder {

    /**
     * How long telemetry must contradict the last change of state before the state in telemetry is
     * used, ms.
     */
    static final long TELEMETRY_OVERRIDE_MILLIS = 10_000;

    /** The flag of a cycle in which no dumping state was observed. */
    static final String DUMP_NOT_SEEN = "dump-not-seen";

    private static final String SOURCE = "telemetry";

    /** The truck's current state; null until a state is known. */
    public ProductionState state;

    /** When the current state began, ms since the epoch. */
    public long stateSince;

    /**
     * The state in telemetry that contradicts the current state; null while telemetry agrees with
     * the current state.
     */
    public ProductionState telemetryState;

    /** Since when telemetry contradicts the current state, ms since the epoch. */
    public long telemetryStateSince;

    public String equipmentClass;
    public CycleDraft draft = new CycleDraft();
    public TripMeter tripMeter = new TripMeter();

    /** The number of cycles that ended with too few states observed. */
    public long incomplete;

    /** Used by Flink's POJO serializer. */
    public CycleBuilder() {}

    /**
     * Adds the events of a period, in any order; events of later calls must be newer.
     *
     * @return the cycles that ended in the period, in order
     */
    public List<HaulCycle> addAll(List<CycleEvent> events, String site, String truckId) {
        return events.stream()
                .sorted(CycleEvent.IN_ORDER)
                .map(event -> add(event, site, truckId))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds the next event; returns the cycle that the event ended, if any. */
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
        tripMeter.add(event, draft.loaded);
        if (event.state() == null || event.state() == state) {
            telemetryState = null;
            return Optional.empty();
        }
        if (event.state() != telemetryState) {
            telemetryState = event.state();
            telemetryStateSince = event.timeMillis();
        }
        return event.timeMillis() - telemetryStateSince >= TELEMETRY_OVERRIDE_MILLIS
                ? enter(telemetryState, telemetryStateSince, site, truckId)
                : Optional.empty();
    }

    private Optional<HaulCycle> enter(
            ProductionState next, long millis, String site, String truckId) {
        telemetryState = null;
        if (next == state) {
            return Optional.empty();
        }
        if (state != null) {
            draft.addTime(state, (millis - stateSince) / 1_000.0);
        }
        boolean dumped = state == ProductionState.DUMPING;
        boolean setsOutEmpty = draft.loaded && next == ProductionState.DRIVING;
        Optional<HaulCycle> ended =
                dumped || setsOutEmpty ? finish(millis, site, truckId) : Optional.empty();
        if (next == ProductionState.DRIVING && draft.assignedAt == CycleDraft.NEVER) {
            tripMeter.begin(millis);
        }
        draft.enter(next, millis, tripMeter.elevationM);
        state = next;
        stateSince = millis;
        return ended;
    }

    private Optional<HaulCycle> finish(long emptyAtMillis, String site, String truckId) {
        CycleDraft done = draft;
        draft = new CycleDraft();
        draft.operatorId = done.operatorId;
        Double payloadT = done.payloadT == null ? tripMeter.payloadT : done.payloadT;
        if (!done.isComplete() || payloadT == null) {
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
                tripMeter.payloadT,
                done.emptyTravelS,
                done.loadQueueS,
                done.spotS,
                done.loadingS,
                done.fullTravelS,
                done.dumpQueueS,
                done.dumpingS,
                0,
                tripMeter.emptyDistanceM,
                tripMeter.fullDistanceM,
                tripMeter.flatHaul.emptyM(done.emptyTravelS),
                tripMeter.flatHaul.fullM(done.fullTravelS),
                lift(done),
                tripMeter.fuelUntil(emptyAt.toEpochMilli()),
                SOURCE,
                done.dumpSeen ? List.of() : List.of(DUMP_NOT_SEEN),
                tripMeter.engineOnUntil(emptyAt.toEpochMilli()));
    }

    private static Double lift(CycleDraft done) {
        boolean known = done.fullElevationM != null && done.dumpElevationM != null;
        return known ? done.dumpElevationM - done.fullElevationM : null;
    }

    private static Instant instant(long millis) {
        return millis == CycleDraft.NEVER ? null : Instant.ofEpochMilli(millis);
    }
}
