package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.simulator.behaviour.OperatorPace;
import io.fueloptimine.jobs.simulator.physics.Air;
import io.fueloptimine.jobs.simulator.physics.Driving;
import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.jobs.simulator.physics.Stretch;
import io.fueloptimine.jobs.simulator.physics.TruckPhysics;
import io.fueloptimine.jobs.simulator.site.Atmosphere;
import io.fueloptimine.models.mine.site.TruckClass;

/**
 * Time and litres of an average truck and operator on a road, from standstill to standstill, by the
 * physics of the simulator. Not thread-safe.
 */
final class AverageTruck {

    private static final double AVERAGE_DERATE = 0.05;
    private static final double KPH_PER_MPS = 3.6;
    private static final long NOON_MS = 12 * 3_600_000L;

    private final TruckPhysics physics;
    private final double payloadT;
    private final LegProfile profile = new LegProfile();

    AverageTruck(TruckClass truckClass) {
        physics = new TruckPhysics(truckClass, AVERAGE_DERATE, 1);
        payloadT = truckClass.payloadT();
    }

    /**
     * A trip.
     *
     * @param seconds travel time, s
     * @param litres diesel, L
     */
    record Trip(double seconds, double litres) {}

    Trip drive(Stretch stretch, double limitKph, boolean loaded, double elevationM) {
        double kph = loaded ? OperatorPace.LOADED_KPH : OperatorPace.EMPTY_KPH;
        double throttle = loaded ? OperatorPace.LOADED_THROTTLE : OperatorPace.EMPTY_THROTTLE;
        physics.drive(
                stretch,
                new Driving(0, Math.min(kph, limitKph) / KPH_PER_MPS, 0, throttle),
                loaded ? payloadT : 0,
                new Air(Atmosphere.temperatureC(elevationM, NOON_MS), elevationM),
                profile);
        return new Trip(profile.seconds(), profile.litresAt(profile.seconds()));
    }
}
