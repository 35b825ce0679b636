package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The speeds at which trips are priced: those that trucks of the class drove on the segment lately,
 * in the same direction and as loaded. Where they are not known, the speeds of {@link
 * PhysicsLegPrices}. Immutable.
 */
final class LegSpeeds {

    private record Passage(
            String className, boolean loaded, String segmentId, String fromLocationId) {}

    private final List<SegmentSpeed> measured;
    private final Map<Passage, Double> kph = new HashMap<>();

    LegSpeeds(List<SegmentSpeed> measured) {
        this.measured = List.copyOf(measured);
        for (SegmentSpeed speed : measured) {
            if (speed.kph() > 0 && Double.isFinite(speed.kph())) {
                kph.put(
                        new Passage(
                                speed.className(),
                                speed.loaded(),
                                speed.segmentId(),
                                speed.fromLocationId()),
                        speed.kph());
            }
        }
    }

    /** The speeds that this was created with. */
    List<SegmentSpeed> measured() {
        return measured;
    }

    /** Whether trucks of the class drove the leg lately. */
    boolean isMeasured(TruckClass truckClass, boolean loaded, Route.Leg leg) {
        return kph.containsKey(passage(truckClass, loaded, leg));
    }

    /**
     * The speed on a leg, km/h. Rolling resistance that wet or damaged roads add slows a measured
     * speed down by the same factor as the speed by physics.
     */
    double kph(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct) {
        double byPhysics =
                PhysicsLegPrices.kph(truckClass, payloadT, leg, extraRollingResistancePct);
        Double measuredKph = kph.get(passage(truckClass, payloadT > 0, leg));
        if (measuredKph == null) {
            return byPhysics;
        }
        return extraRollingResistancePct == 0
                ? measuredKph
                : measuredKph * byPhysics / PhysicsLegPrices.kph(truckClass, payloadT, leg, 0);
    }

    private static Passage passage(TruckClass truckClass, boolean loaded, Route.Leg leg) {
        return new Passage(truckClass.name(), loaded, leg.segment().id(), leg.fromLocationId());
    }
}
