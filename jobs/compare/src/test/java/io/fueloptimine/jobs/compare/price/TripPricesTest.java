package io.fueloptimine.jobs.compare.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.TruckClass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Prices of trips by the shipped model and by physics, beside the litres that average trucks burn
 * on the same trips in the simulated mine. {@code -Dfueloptimine.price-seeds=6} measures as many
 * shifts and prints them.
 */
class TripPricesTest {

    private static final int SEEDS = Integer.getInteger("fueloptimine.price-seeds", 1);
    private static final Duration SHIFT = Duration.ofHours(12);
    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));

    /** A trip with what it costs in truth and by the two models, L. */
    private record Priced(TrueTrips.Trip trip, double learnedL, double physicsL) {}

    /**
     * The errors of a price.
     *
     * @param bias litres by the price over true litres - 1, of all trips together
     * @param absolute mean absolute error over mean litres
     */
    private record Errors(double bias, double absolute) {}

    @Test
    void theModelIsNearerToTheTruthThanPhysicsForLoadedAndForEmptyTrips() {
        List<Priced> priced = priced();
        for (boolean loaded : new boolean[] {true, false}) {
            Errors learned = errors(priced, trip -> trip.loaded() == loaded, true);
            Errors physics = errors(priced, trip -> trip.loaded() == loaded, false);
            print(loaded ? "loaded" : "empty", learned, physics);
            for (TruckClass truckClass : MINE.truckClasses()) {
                Predicate<TrueTrips.Trip> of =
                        trip ->
                                trip.loaded() == loaded
                                        && trip.className().equals(truckClass.name());
                print(truckClass.name(), errors(priced, of, true), errors(priced, of, false));
            }
            assertThat(learned.bias()).isCloseTo(0, within(0.06));
            assertThat(Math.abs(learned.bias())).isLessThan(Math.abs(physics.bias()));
            assertThat(learned.absolute()).isLessThan(physics.absolute());
        }
    }

    private static List<Priced> priced() {
        HaulModel model =
                RoadHaulModel.learned(
                        MINE,
                        new ModelRegistry(Path.of("../../models/registry"), MachineClasses.of(MINE))
                                .champion("fuel-window")
                                .orElseThrow());
        HaulCosts learned = model.costs(List.of(), 0);
        HaulCosts physics = new RoadHaulModel(MINE).costs(List.of(), 0);
        List<Priced> priced = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (TrueTrips.Trip trip : trips(seed)) {
                priced.add(
                        new Priced(
                                trip, cost(learned, trip).litres(), cost(physics, trip).litres()));
            }
        }
        return priced;
    }

    private static List<TrueTrips.Trip> trips(long seed) {
        TrueTrips truth = new TrueTrips(MINE);
        Pit pit =
                new Pit(
                        MINE,
                        PitSettings.of(seed).withoutTelemetry(),
                        new Conditions() {},
                        truth::accept,
                        truth);
        pit.advanceTo(PitSettings.DEFAULT_START.plus(SHIFT));
        return truth.trips();
    }

    private static TripCost cost(HaulCosts costs, TrueTrips.Trip trip) {
        return costs.trip(MINE.truckClass(trip.className()), trip.loaded(), trip.from(), trip.to())
                .orElseThrow();
    }

    private static Errors errors(
            List<Priced> all, Predicate<TrueTrips.Trip> which, boolean learned) {
        double trueL = 0;
        double pricedL = 0;
        double absoluteL = 0;
        for (Priced one : all) {
            if (which.test(one.trip())) {
                double litres = learned ? one.learnedL() : one.physicsL();
                trueL += one.trip().litres();
                pricedL += litres;
                absoluteL += Math.abs(litres - one.trip().litres());
            }
        }
        return new Errors(pricedL / trueL - 1, absoluteL / trueL);
    }

    private static void print(String name, Errors learned, Errors physics) {
        System.out.printf(
                Locale.ROOT,
                "%-8s model %+5.1f %% (absolute %4.1f %%), physics %+5.1f %% (absolute %4.1f %%)%n",
                name,
                100 * learned.bias(),
                100 * learned.absolute(),
                100 * physics.bias(),
                100 * physics.absolute());
    }
}
