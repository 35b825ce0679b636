package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The signals of the loading units of a site at one time. Immutable. */
public final class UnitSignals {

    /** Share of the excess over the plan below which an alarm of hang or queue is cleared. */
    private static final double HYSTERESIS = 0.5;

    /** Share of the time that a unit must be in service for its hang to be judged. */
    private static final double LEAST_KNOWN = 0.5;

    private static final long MS_PER_MINUTE = 60_000;

    private final String site;
    private final Instant at;
    private final AlarmSettings settings;
    private final PatternSettings limits;

    /**
     * @param at event time of the signals (UTC)
     */
    public UnitSignals(String site, Instant at, AlarmSettings settings) {
        this.site = site;
        this.at = at;
        this.settings = settings;
        this.limits = settings.patterns();
    }

    public String site() {
        return site;
    }

    /** Event time of the signals (UTC). */
    public Instant at() {
        return at;
    }

    /** The time over which hang and queue are measured, ms. */
    public long spanMs() {
        return limits.unitSpanMin() * MS_PER_MINUTE;
    }

    /** The signal that the loads of a shift are too heavy. */
    public AlarmSignal overload(String unitId, ShiftLoads loads) {
        return present(
                        unitId,
                        AlertType.OVERLOAD,
                        String.format(
                                Locale.ROOT,
                                "%d loads of this shift: mean %.0f %% of the nominal payload, target"
                                        + " %.0f %%; %d above %.0f %%, tolerated are %.0f %% of the loads",
                                loads.loads(),
                                100 * loads.mean(),
                                100 * limits.targetShare(),
                                loads.over(),
                                100 * settings.overloadShare(),
                                100 * limits.toleratedLoadShare()),
                        Map.of(
                                "loads",
                                (double) loads.loads(),
                                "meanShare",
                                loads.mean(),
                                "loadsOver",
                                (double) loads.over(),
                                "targetShare",
                                limits.targetShare(),
                                "toleratedShare",
                                limits.toleratedLoadShare()))
                .withText("shift", Map.of());
    }

    /** The signal that the loads of a shift are too small. */
    public AlarmSignal underload(String unitId, ShiftLoads loads) {
        return present(
                unitId,
                AlertType.UNDERLOAD,
                String.format(
                        Locale.ROOT,
                        "%d loads of this shift: mean %.0f %% of the nominal payload, %d below"
                                + " %.0f %%",
                        loads.loads(),
                        100 * loads.mean(),
                        loads.under(),
                        100 * limits.underloadShare()),
                Map.of(
                        "loads",
                        (double) loads.loads(),
                        "meanShare",
                        loads.mean(),
                        "loadsUnder",
                        (double) loads.under(),
                        "leastShare",
                        limits.underloadMeanShare()));
    }

    /** The signal that a unit hangs longer than planned; empty when it does not. */
    public Optional<AlarmSignal> hang(String unitId, UnitHistory history, PlannedUnits plan) {
        double share = hangShare(history);
        double planned = plan.hangShare(unitId);
        return share - planned > limits.hangBeyondPlan()
                ? Optional.of(
                        present(
                                unitId,
                                AlertType.UNIT_HANG,
                                String.format(
                                        Locale.ROOT,
                                        "Waited for trucks for %.0f %% of the last %d min, planned"
                                                + " are %.0f %%",
                                        100 * share,
                                        limits.unitSpanMin(),
                                        100 * planned),
                                Map.of("hangShare", share, "plannedHangShare", planned)))
                : Optional.empty();
    }

    /** Whether the hang is near the plan again. */
    public boolean hangIsOver(String unitId, UnitHistory history, PlannedUnits plan) {
        return hangShare(history) - plan.hangShare(unitId) < HYSTERESIS * limits.hangBeyondPlan();
    }

    /** The signal that more trucks wait at a unit than planned; empty when they do not. */
    public Optional<AlarmSignal> queue(String unitId, UnitHistory history, PlannedUnits plan) {
        double trucks = queue(history);
        double planned = plan.queue(unitId);
        return trucks - planned > limits.queueBeyondPlan()
                ? Optional.of(
                        present(
                                unitId,
                                AlertType.UNIT_QUEUE,
                                String.format(
                                        Locale.ROOT,
                                        "%.1f trucks waited on average of the last %d min, planned"
                                                + " are %.1f",
                                        trucks,
                                        limits.unitSpanMin(),
                                        planned),
                                Map.of("queuedTrucks", trucks, "plannedTrucks", planned)))
                : Optional.empty();
    }

    /** Whether the queue is near the plan again. */
    public boolean queueIsOver(String unitId, UnitHistory history, PlannedUnits plan) {
        return queue(history) - plan.queue(unitId) < HYSTERESIS * limits.queueBeyondPlan();
    }

    /** The signal that a condition is gone. */
    public AlarmSignal gone(String unitId, AlertType type) {
        return new AlarmSignal(
                site, unitId, type, Severity.INFO, at, false, "As planned again", Map.of());
    }

    private UnitMinutes recent(UnitHistory history) {
        return history.sum(at.toEpochMilli() - spanMs(), at.toEpochMilli());
    }

    /** Share of the unit's time in service; 0 when the unit was out of service most of the time. */
    private double hangShare(UnitHistory history) {
        UnitMinutes recent = recent(history);
        double known = recent.hangMin() + recent.workMin();
        return known < LEAST_KNOWN * limits.unitSpanMin() ? 0 : recent.hangMin() / known;
    }

    private double queue(UnitHistory history) {
        return recent(history).queueMin() / (double) limits.unitSpanMin();
    }

    private AlarmSignal present(
            String unitId, AlertType type, String message, Map<String, Double> evidence) {
        return new AlarmSignal(site, unitId, type, Severity.WARNING, at, true, message, evidence);
    }
}
