package io.fueloptimine.models.dispatch.road;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds out from telemetry on which road segments a truck drove and what it burnt there.
 *
 * <p>A truck drove a segment if it passed the place at one end and then the place at the other end,
 * and the distance by its speed agrees with the segment's length. The roads between the places may
 * bend. A trail ends without a result when readings are missing for more than {@value
 * #LONGEST_GAP_MS} ms, the truck changes between loaded and empty, or it passes a place that no
 * road joins with the last one. Readings that are older than the newest one are left out.
 * Thread-safe.
 */
public final class PassFollower {

    /** What is known after a reading. */
    public record Followed(Optional<RoadTrail> trail, Optional<RoadPass> pass) {

        private static final Followed NOTHING = new Followed(Optional.empty(), Optional.empty());
    }

    /** Longest time between two readings of a trail, ms. */
    static final long LONGEST_GAP_MS = 20_000;

    /** A truck passes a place when it is nearer than this, m. */
    private static final double PASSING_M = 40;

    /** Difference between the distance by speed and the length that a match allows. */
    private static final double LENGTH_SHARE = 0.15;

    /** More points than a truck needs for a segment at walking speed. */
    private static final int MOST_POINTS = 2_000;

    private record Place(Location location, double metres) {}

    private final MineSite mine;

    public PassFollower(MineSite mine) {
        this.mine = mine;
    }

    /**
     * Continues a truck's trail with a reading.
     *
     * @param before the trail so far; null without one
     * @param reading a reading of the truck; one without telemetry changes nothing
     */
    public Followed accept(RoadTrail before, Reading reading) {
        Telemetry telemetry = reading.telemetry();
        if (reading.kind() != EquipmentKind.HAULTRUCK || telemetry == null) {
            return new Followed(Optional.ofNullable(before), Optional.empty());
        }
        if (before != null && reading.time().toEpochMilli() <= before.last().timeMs()) {
            return new Followed(Optional.of(before), Optional.empty());
        }
        boolean loaded = telemetry.productionState() == ProductionState.HAULING;
        if (!loaded && telemetry.productionState() != ProductionState.DRIVING
                || !TrailPoint.located(telemetry)) {
            return new Followed(Optional.empty(), finished(before, reading));
        }
        TrailPoint point = TrailPoint.of(reading);
        boolean continues =
                before != null
                        && before.loaded() == loaded
                        && point.timeMs() - before.last().timeMs() <= LONGEST_GAP_MS
                        && before.points().size() < MOST_POINTS;
        Place place = nearest(point, continues ? before.fromLocationId() : null);
        if (!continues) {
            return started(place, loaded, telemetry.operatorId(), point);
        }
        boolean passing = place != null && place.metres() < PASSING_M;
        if (before.nearestM() < Double.POSITIVE_INFINITY
                && (!passing || place.metres() > before.nearestM())) {
            Place passed = nearest(before.last(), before.fromLocationId());
            RoadTrail next =
                    RoadTrail.startedAt(
                                    passed.location().id(),
                                    loaded,
                                    telemetry.operatorId(),
                                    before.last())
                            .with(point, Double.POSITIVE_INFINITY);
            return new Followed(Optional.of(next), pass(before, passed.location().id(), reading));
        }
        return new Followed(
                Optional.of(
                        before.with(point, passing ? place.metres() : Double.POSITIVE_INFINITY)),
                Optional.empty());
    }

    private static Followed started(
            Place place, boolean loaded, String operatorId, TrailPoint point) {
        return place == null || place.metres() >= PASSING_M
                ? Followed.NOTHING
                : new Followed(
                        Optional.of(
                                RoadTrail.startedAt(
                                        place.location().id(), loaded, operatorId, point)),
                        Optional.empty());
    }

    /** The pass of a truck that has arrived at the end of its trip. */
    private Optional<RoadPass> finished(RoadTrail before, Reading reading) {
        return before == null || before.nearestM() == Double.POSITIVE_INFINITY
                ? Optional.empty()
                : pass(
                        before,
                        nearest(before.last(), before.fromLocationId()).location().id(),
                        reading);
    }

    private Place nearest(TrailPoint point, String exceptLocationId) {
        Place nearest = null;
        for (Location location : mine.locations()) {
            double metres = point.metresTo(location.eastingM(), location.northingM());
            if (!location.id().equals(exceptLocationId)
                    && (nearest == null || metres < nearest.metres())) {
                nearest = new Place(location, metres);
            }
        }
        return nearest;
    }

    private Optional<RoadPass> pass(RoadTrail trail, String toLocationId, Reading reading) {
        Optional<TruckClass> truckClass =
                mine.truckClasses().stream()
                        .filter(known -> known.name().equals(reading.telemetry().equipmentClass()))
                        .findFirst();
        OptionalDouble litres = PassWork.litres(trail.points());
        double massT = truckClass.map(TruckClass::emptyMassT).orElse(0.0) + payloadT(trail);
        if (truckClass.isEmpty() || litres.isEmpty() || Double.isNaN(massT)) {
            return Optional.empty();
        }
        RoadPass best = null;
        double bestShare = LENGTH_SHARE;
        for (RoadSegment road : mine.roads()) {
            if (joins(road, trail.fromLocationId(), toLocationId)) {
                PassWork work = PassWork.of(trail.points(), massT, road.rollingResistancePct());
                double share = Math.abs(work.metres() / road.lengthM() - 1);
                if (share < bestShare) {
                    bestShare = share;
                    best =
                            pass(
                                    trail,
                                    road,
                                    reading.machineId(),
                                    truckClass.get(),
                                    litres.getAsDouble(),
                                    work);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean joins(RoadSegment road, String from, String to) {
        return road.from().equals(from) && road.to().equals(to)
                || !road.oneWay() && road.from().equals(to) && road.to().equals(from);
    }

    private RoadPass pass(
            RoadTrail trail,
            RoadSegment road,
            String truckId,
            TruckClass truckClass,
            double litres,
            PassWork work) {
        List<TrailPoint> points = trail.points();
        return new RoadPass(
                mine.site(),
                road.id(),
                truckId,
                trail.operatorId() == null ? "" : trail.operatorId(),
                truckClass.name(),
                trail.loaded(),
                trail.fromLocationId(),
                trail.last().timeMs(),
                litres,
                (trail.last().timeMs() - points.get(0).timeMs()) / 3_600_000.0,
                work.workKwh(),
                work.slipKwh(),
                work.pointKwh(),
                work.pointSlipKwh());
    }

    /** The mean payload of a loaded truck, t; 0 of an empty one; NaN when unknown. */
    private static double payloadT(RoadTrail trail) {
        return trail.loaded()
                ? trail.points().stream()
                        .mapToDouble(TrailPoint::payloadT)
                        .average()
                        .orElse(Double.NaN)
                : 0;
    }
}
