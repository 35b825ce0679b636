package io.fueloptimine.jobs.compare.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.TruckClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Prices of trips by the shipped model at measured speeds, by the same model at the speeds of
 * physics and by physics alone, beside the seconds and the litres of average trucks on the same
 * trips in the simulated mine. {@code -Dfueloptimine.price-seeds=6} measures as many shifts and
 * prints them.
 */
class TripPricesTest {

    private static final long FIRST_SEED = Long.getLong("fueloptimine.price-first-seed", 101);
    private static final int SEEDS = Integer.getInteger("fueloptimine.price-seeds", 1);
    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));

    /** A trip with its three prices. */
    private record Priced(
            TrueTrips.Trip trip, TripCost measured, TripCost learned, TripCost physics) {}

    /**
     * The errors of a price.
     *
     * @param bias sum of the prices / sum of the true values - 1
     * @param absolute mean absolute error / mean true value
     */
    private record Errors(double bias, double absolute) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%+5.1f (%4.1f)", 100 * bias, 100 * absolute);
        }
    }

    @Test
    void measuredSpeedsBringSecondsAndLitresNearerToTheTruth() {
        List<Priced> priced = priced();
        for (boolean loaded : new boolean[] {true, false}) {
            Predicate<Priced> all = one -> one.trip().loaded() == loaded;
            String name = loaded ? "loaded" : "empty";
            print(name, priced, all);
            for (TruckClass truckClass : MINE.truckClasses()) {
                print(
                        name + " " + truckClass.name(),
                        priced,
                        all.and(one -> one.trip().className().equals(truckClass.name())));
            }
            Errors seconds = seconds(priced, all, Priced::measured);
            assertThat(seconds.bias()).isCloseTo(0, within(0.04));
            assertThat(seconds.absolute())
                    .isLessThan(seconds(priced, all, Priced::learned).absolute());
            Errors litres = litres(priced, all, Priced::measured);
            assertThat(litres.bias()).isCloseTo(0, within(0.06));
            assertThat(litres.absolute())
                    .isLessThan(litres(priced, all, Priced::learned).absolute());
            assertThat(litres(priced, all, Priced::learned).absolute())
                    .isLessThan(litres(priced, all, Priced::physics).absolute());
        }
    }

    private static List<Priced> priced() {
        HaulModel model =
                RoadHaulModel.learned(
                        MINE,
                        new ModelRegistry(Path.of("../../models/registry"), MachineClasses.of(MINE))
                                .champion("fuel-window")
                                .orElseThrow());
        List<Priced> priced = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            PricedShift shift = new PricedShift(MINE, seed);
            List<TripCost> measured = shift.pricedBy(model);
            List<TripCost> learned = shift.pricedWithoutSpeedsBy(model);
            List<TripCost> physics = shift.pricedWithoutSpeedsBy(new RoadHaulModel(MINE));
            for (int trip = 0; trip < measured.size(); trip++) {
                priced.add(
                        new Priced(
                                shift.trips().get(trip),
                                measured.get(trip),
                                learned.get(trip),
                                physics.get(trip)));
            }
        }
        return priced;
    }

    private interface Price {
        TripCost of(Priced priced);
    }

    private static Errors seconds(List<Priced> all, Predicate<Priced> which, Price price) {
        return errors(all, which, one -> one.trip().seconds(), one -> price.of(one).seconds());
    }

    private static Errors litres(List<Priced> all, Predicate<Priced> which, Price price) {
        return errors(all, which, one -> one.trip().litres(), one -> price.of(one).litres());
    }

    private static Errors errors(
            List<Priced> all,
            Predicate<Priced> which,
            ToDoubleFunction<Priced> truth,
            ToDoubleFunction<Priced> price) {
        double trueSum = 0;
        double pricedSum = 0;
        double absolute = 0;
        for (Priced one : all) {
            if (which.test(one)) {
                trueSum += truth.applyAsDouble(one);
                pricedSum += price.applyAsDouble(one);
                absolute += Math.abs(price.applyAsDouble(one) - truth.applyAsDouble(one));
            }
        }
        return new Errors(pricedSum / trueSum - 1, absolute / trueSum);
    }

    private static void print(String name, List<Priced> all, Predicate<Priced> which) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %5d trips; litres, %%: measured %s, learned %s, physics %s;"
                        + " seconds, %%: measured %s, physics %s%n",
                name,
                all.stream().filter(which).count(),
                litres(all, which, Priced::measured),
                litres(all, which, Priced::learned),
                litres(all, which, Priced::physics),
                seconds(all, which, Priced::measured),
                seconds(all, which, Priced::physics));
    }
}
