package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Residuals from tank levels in changes of state, for a dispatch without fuel windows: the litres
 * by which the level fell, beside the litres of the trips and of idling in between.
 *
 * <p>A span ends when {@value #SPAN_L} litres are expected, because a level is known to some litres
 * only. A span with a refuelling, a missing level or an unknown way is left out. Not thread-safe.
 */
public final class LevelResiduals {

    /** Litres expected of a span; a level of 0.4 % is 17 L of a tank of 4,200 L. */
    private static final double SPAN_L = 60;

    /** A rise of the level by more than this is a refuelling, % of the tank. */
    private static final double REFUELLED_PCT = 1;

    private static final double SECONDS_PER_HOUR = 3_600;

    private final MineSite site;
    private final HaulModel model;
    private HaulCosts hauls;
    private final Map<String, Span> spans = new HashMap<>();

    /**
     * What is known since the begin of a span.
     *
     * @param levelPct tank level at the begin, %
     * @param expectedL litres expected since then
     * @param last the latest change of state
     */
    private record Span(
            Instant from, double levelPct, double expectedL, StateChange last, Instant lastAt) {}

    /**
     * @param model the model that prices the trips
     */
    public LevelResiduals(MineSite site, HaulModel model) {
        this.site = site;
        this.model = model;
        this.hauls = model.costs(List.of(), 0);
    }

    /** Trips are priced at these speeds from now on. */
    public void priceAt(List<SegmentSpeed> speeds) {
        hauls = model.costsAt(List.of(), 0, speeds);
    }

    /**
     * The residual of the span that a reading ends.
     *
     * @return empty when the reading ends no span
     */
    public Optional<FuelResidual> accept(Reading reading) {
        if (reading.kind() != EquipmentKind.HAULTRUCK || reading.state() == null) {
            return Optional.empty();
        }
        return site.truck(reading.machineId()).flatMap(truck -> accept(truck, reading));
    }

    private Optional<FuelResidual> accept(Truck truck, Reading reading) {
        StateChange now = reading.state();
        Span span = spans.get(truck.id());
        if (span != null && reading.time().isBefore(span.lastAt())) {
            return Optional.empty();
        }
        if (now.fuelLevelPct() == null) {
            spans.remove(truck.id());
            return Optional.empty();
        }
        TruckClass truckClass = site.truckClass(truck.className());
        OptionalDouble expectedL =
                span == null
                        ? OptionalDouble.empty()
                        : expectedL(truckClass, span.last(), now, span.lastAt(), reading.time());
        boolean refuelled = span != null && now.fuelLevelPct() > levelBefore(span) + REFUELLED_PCT;
        if (expectedL.isEmpty() || refuelled) {
            spans.put(truck.id(), begun(reading));
            return Optional.empty();
        }
        double sumL = span.expectedL() + expectedL.getAsDouble();
        if (sumL < SPAN_L) {
            spans.put(
                    truck.id(), new Span(span.from(), span.levelPct(), sumL, now, reading.time()));
            return Optional.empty();
        }
        spans.put(truck.id(), begun(reading));
        double burntL = (span.levelPct() - now.fuelLevelPct()) / 100 * truckClass.tankL();
        return Optional.of(
                new FuelResidual(
                        site.site(),
                        truck.id(),
                        span.from(),
                        reading.time(),
                        Math.max(0, burntL),
                        sumL,
                        model.priceModel()));
    }

    private static double levelBefore(Span span) {
        return span.last().fuelLevelPct();
    }

    private static Span begun(Reading reading) {
        return new Span(
                reading.time(), reading.state().fuelLevelPct(), 0, reading.state(), reading.time());
    }

    /**
     * Litres expected between two changes of state; empty when they cannot be known. A truck that
     * stops on its way reports the last location that it passed, and sets out from there again.
     */
    private OptionalDouble expectedL(
            TruckClass truckClass,
            StateChange before,
            StateChange now,
            Instant beforeAt,
            Instant at) {
        double hours = Duration.between(beforeAt, at).toMillis() / 1_000.0 / SECONDS_PER_HOUR;
        boolean loaded = before.state() == ProductionState.HAULING;
        if (loaded || before.state() == ProductionState.DRIVING) {
            return before.locationId() == null || now.locationId() == null
                    ? OptionalDouble.empty()
                    : hauls.trip(truckClass, loaded, before.locationId(), now.locationId())
                            .map(trip -> OptionalDouble.of(trip.litres()))
                            .orElse(OptionalDouble.empty());
        }
        boolean engineOff =
                before.state() == ProductionState.PARKED || before.state() == ProductionState.OFF;
        return OptionalDouble.of(engineOff ? 0 : hours * truckClass.idleLph());
    }
}
