package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * Computes the fuel of one window by haul physics. The result is a baseline of the window models,
 * and the prediction for machines that no model covers.
 *
 * <p>A haul truck of a known class travels at its mean moving speed on the mean grades that follow
 * from its climb and descent, and idles while it stands. An auxiliary machine burns the mean rate
 * of its class while its engine runs. A machine of an unknown class burns the mean rate of measured
 * haul trucks outside of travel. A machine with unknown values is treated as standing on level
 * ground with the engine on. Immutable and thread-safe.
 */
public final class PhysicsModel implements FuelModel {

    /** The model name of windows scored by physics. */
    public static final String NAME = "physics";

    private static final String VERSION = "1.0.0";
    private static final double SECONDS_PER_HOUR = 3_600;

    /** Mean fuel rate of 57 measured haul trucks outside of travel, L/h. */
    private static final double UNKNOWN_CLASS_LPH = 53.5;

    /**
     * The minimum travel speed, km/h. The mean speed of a minute of manoeuvring is lower, but it is
     * not a travel speed.
     */
    private static final double SLOWEST_TRAVEL_KPH = 1;

    private final SiteClasses sites;

    /** Creates a model that uses the same classes at every site. */
    public PhysicsModel(MachineClasses classes) {
        this(SiteClasses.everywhere(classes));
    }

    /** Creates a model that uses the classes of the window's site. */
    public PhysicsModel(SiteClasses sites) {
        this.sites = sites;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean covers(FuelWindow window) {
        return true;
    }

    @Override
    public double expectedLitres(FuelWindow window) {
        MachineClasses classes = sites.of(window.site());
        double hours = window.coveredS() / SECONDS_PER_HOUR;
        double onShare = orElse(window.engineOnShare(), 1);
        TruckClass truck = classes.truck(window.equipmentClass());
        if (truck != null) {
            return haulLph(truck, window, onShare) * hours;
        }
        double meanLph = orElse(classes.auxiliaryLph(window.equipmentClass()), UNKNOWN_CLASS_LPH);
        return meanLph * onShare * hours;
    }

    @Override
    public FuelExpectation expect(FuelWindow window) {
        return FuelExpectation.of(expectedLitres(window));
    }

    @Override
    public ScoredWindow score(FuelWindow window) {
        double litres = expectedLitres(window);
        return new ScoredWindow(window, litres, window.fuelL() - litres, litres, NAME, VERSION);
    }

    private static double haulLph(TruckClass truck, FuelWindow window, double onShare) {
        double distanceKm = orElse(window.distanceKm(), 0);
        double idleShare = Math.min(onShare, orElse(window.idleShare(), distanceKm > 0 ? 0 : 1));
        double movingShare = onShare - idleShare;
        double movingH = movingShare * window.coveredS() / SECONDS_PER_HOUR;
        if (movingH <= 0) {
            return onShare * truck.idleLph();
        }
        double speedKph = Math.max(SLOWEST_TRAVEL_KPH, distanceKm / movingH);
        double climbM = orElse(window.climbM(), 0);
        double descentM = orElse(window.descentM(), 0);
        double heightM = climbM + descentM;
        double upShare = heightM > 0 ? climbM / heightM : 1;
        double gradePct = heightM > 0 ? heightM / (speedKph * movingH * 1_000) * 100 : 0;
        double travelLph =
                upShare * lph(truck, window, speedKph, gradePct)
                        + (1 - upShare) * lph(truck, window, speedKph, -gradePct);
        return movingShare * travelLph + idleShare * truck.idleLph();
    }

    private static double lph(
            TruckClass truck, FuelWindow window, double speedKph, double gradePct) {
        double payloadT = orElse(window.meanPayloadT(), 0);
        return HaulPhysics.fuelRateLph(
                truck,
                payloadT,
                speedKph,
                gradePct,
                HaulPhysics.MAINTAINED_ROAD_ROLLING_RESISTANCE_PCT);
    }

    private static double orElse(double value, double instead) {
        return Double.isNaN(value) ? instead : value;
    }
}
