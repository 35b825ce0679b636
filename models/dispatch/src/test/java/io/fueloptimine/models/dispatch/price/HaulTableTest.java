package io.fueloptimine.models.dispatch.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.plan.FlatMine;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.Truck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaulTableTest {

    private final MineSite site =
            new FlatMine()
                    .place("A", LocationKind.JUNCTION, 3_500)
                    .place("B", LocationKind.JUNCTION, 3_500)
                    .place("HIGH", LocationKind.JUNCTION, 3_550)
                    .place("CLIFF", LocationKind.JUNCTION, 3_600)
                    .place("ISLAND", LocationKind.JUNCTION, 3_500)
                    .road("A", "B", 1_900)
                    .road("B", "HIGH", 500)
                    .road("B", "CLIFF", 200)
                    .road("A", "HIGH", 9_000)
                    .build();
    private final HaulTable hauls = new HaulTable(site, List.of(), 0);

    @Test
    void travelsTheFlatAtThePaceOfOperators() {
        assertThat(trip(true, "A", "B").seconds()).isCloseTo(1.9 / 20 * 3_600, within(1e-6));
        assertThat(trip(false, "A", "B").seconds()).isCloseTo(1.9 / 19 * 3_600, within(1e-6));
    }

    @Test
    void addsUpTheLegsOfAWay() {
        TripCost flat = trip(true, "A", "B");
        TripCost ramp = trip(true, "B", "HIGH");
        TripCost both = trip(true, "A", "HIGH");

        assertThat(both.seconds()).isCloseTo(flat.seconds() + ramp.seconds(), within(1e-6));
        assertThat(both.litres()).isCloseTo(flat.litres() + ramp.litres(), within(1e-9));
    }

    @Test
    void multipliesTheLitresOfASegmentByItsRatio() {
        HaulCosts damaged =
                new RoadHaulModel(site)
                        .costs(
                                List.of(),
                                0,
                                PriceCorrections.none().withSegmentExcess(Map.of("A:B", 1.3)));
        double flatL = trip(true, "A", "B").litres();
        double rampL = trip(true, "B", "HIGH").litres();

        TripCost both = damaged.trip(FlatMine.LARGE, true, "A", "HIGH").orElseThrow();

        assertThat(both.litres()).isCloseTo(1.3 * flatL + rampL, within(1e-9));
        assertThat(both.seconds()).isEqualTo(trip(true, "A", "HIGH").seconds());
    }

    @Test
    void takesTheSpeedThatTrucksOfTheClassDroveInTheSameDirectionAndAsLoaded() {
        HaulModel model = new RoadHaulModel(site);
        HaulCosts costs = model.costsAt(List.of(), 0, List.of(speed(true, "A", 9)));
        double metres = site.roads().get(0).lengthM();

        TripCost trip = costs.trip(FlatMine.LARGE, true, "A", "B").orElseThrow();
        assertThat(trip.seconds()).isCloseTo(metres / 9 * 3.6, within(1e-9));
        assertThat(trip.litres()).isGreaterThan(trip(true, "A", "B").litres());
        assertThat(costs.trip(FlatMine.LARGE, true, "B", "A")).contains(trip(true, "B", "A"));
        assertThat(costs.trip(FlatMine.LARGE, false, "A", "B")).contains(trip(false, "A", "B"));
        assertThat(costs.passages(FlatMine.LARGE, true, "A", "B"))
                .containsExactly(new PricedPassage(FlatMine.LARGE.name(), true, "A:B", "A", true));
        assertThat(costs.passages(FlatMine.LARGE, false, "A", "B"))
                .containsExactly(
                        new PricedPassage(FlatMine.LARGE.name(), false, "A:B", "A", false));
    }

    @Test
    void wetRoadsSlowAMeasuredSpeedDownAsTheySlowDownTheSpeedByPhysics() {
        HaulModel model = new RoadHaulModel(site);
        List<SegmentSpeed> speeds =
                List.of(new SegmentSpeed(FlatMine.LARGE.name(), true, "A:HIGH", "A", 9, 20));
        double dryS = seconds(model.costsAt(List.of(), 0, speeds));
        double wetS = seconds(model.costsAt(List.of(), 8, speeds));
        double byPhysics = seconds(model.costs(List.of(), 8)) / seconds(model.costs(List.of(), 0));

        assertThat(byPhysics).isGreaterThan(1.05);
        assertThat(wetS / dryS).isCloseTo(byPhysics, within(1e-9));
    }

    @Test
    void aSpeedOfZeroIsNotUsed() {
        HaulCosts costs =
                new RoadHaulModel(site).costsAt(List.of(), 0, List.of(speed(true, "A", 0)));

        assertThat(costs.trip(FlatMine.LARGE, true, "A", "B")).contains(trip(true, "A", "B"));
    }

    private static SegmentSpeed speed(boolean loaded, String from, double kph) {
        return new SegmentSpeed(FlatMine.LARGE.name(), loaded, "A:B", from, kph, 20);
    }

    private static double seconds(HaulCosts costs) {
        return costs.trip(FlatMine.LARGE, true, "A", "HIGH").orElseThrow().seconds();
    }

    @Test
    void multipliesTheLitresOfATruckByItsRatio() {
        PriceCorrections worn =
                new PriceCorrections(
                        "fuel-window 3",
                        Map.of("T1", new MachineRatio.Estimate(1.2, 50, false)),
                        Map.of(),
                        List.of());
        HaulCosts costs = new RoadHaulModel(site).costs(List.of(), 0, worn);
        TripCost ofClass = trip(true, "A", "B");

        assertThat(costs.trip(truck("T1"), FlatMine.LARGE, true, "A", "B"))
                .contains(new TripCost(ofClass.seconds(), 1.2 * ofClass.litres()));
        assertThat(costs.trip(truck("T2"), FlatMine.LARGE, true, "A", "B")).contains(ofClass);
        assertThat(costs.trip(FlatMine.LARGE, true, "A", "B")).contains(ofClass);
    }

    private static Truck truck(String id) {
        return new Truck(id, FlatMine.LARGE.name(), "S1", "D1");
    }

    @Test
    void burnsMoreUphillThanDownhillAndMoreLoadedThanEmpty() {
        assertThat(trip(true, "B", "HIGH").litres())
                .isGreaterThan(trip(false, "B", "HIGH").litres());
        assertThat(trip(true, "B", "HIGH").litres())
                .isGreaterThan(trip(true, "HIGH", "B").litres());
    }

    @Test
    void burnsAtIdleWhereTheHillPushes() {
        TripCost down = trip(true, "HIGH", "B");

        double accessoriesLph = 100 * 205.0 / 845;
        double lph = Math.max(FlatMine.LARGE.idleLph(), accessoriesLph);
        assertThat(down.litres()).isCloseTo(lph * down.seconds() / 3_600, within(1e-9));
    }

    @Test
    void hasNoTripUpAGradeThatTheTyresCannotHold() {
        assertThat(hauls.route("B", "CLIFF")).isPresent();
        assertThat(hauls.trip(FlatMine.LARGE, false, "B", "CLIFF")).isEmpty();
        assertThat(hauls.trip(FlatMine.LARGE, false, "CLIFF", "B")).isPresent();
    }

    @Test
    void drivesOneWayRoadsInTheirDirectionOnly() {
        MineSite loop =
                new FlatMine()
                        .place("A", LocationKind.JUNCTION)
                        .place("B", LocationKind.JUNCTION)
                        .oneWayRoad("A", "B", 1_000)
                        .road("B", "A", 3_000)
                        .build();
        HaulTable overLoop = new HaulTable(loop, List.of(), 0);

        assertThat(overLoop.segmentIds("A", "B")).containsExactly("A:B");
        assertThat(overLoop.segmentIds("B", "A")).containsExactly("B:A");
        assertThat(overLoop.trip(FlatMine.LARGE, false, "B", "A").orElseThrow().seconds())
                .isCloseTo(
                        3 * overLoop.trip(FlatMine.LARGE, false, "A", "B").orElseThrow().seconds(),
                        within(1e-6));
        assertThat(new HaulTable(loop, List.of("B:A"), 0).trip(FlatMine.LARGE, false, "B", "A"))
                .isEmpty();
    }

    @Test
    void hasNoTripToAPlaceWithoutARoad() {
        assertThat(hauls.trip(FlatMine.LARGE, true, "A", "ISLAND")).isEmpty();
        assertThat(hauls.trip(FlatMine.LARGE, true, "A", "NOWHERE")).isEmpty();
    }

    @Test
    void needsNeitherTimeNorFuelToStay() {
        TripCost stay = trip(true, "A", "A");

        assertThat(stay.seconds()).isZero();
        assertThat(stay.litres()).isZero();
    }

    @Test
    void takesTheLongWayRoundAClosure() {
        HaulTable closed = new HaulTable(site, List.of("B:HIGH"), 0);

        assertThat(closed.route("A", "HIGH").map(Route::segmentIds)).contains(List.of("A:HIGH"));
        assertThat(closed.trip(FlatMine.LARGE, true, "A", "HIGH").orElseThrow().seconds())
                .isGreaterThan(trip(true, "A", "HIGH").seconds());
    }

    @Test
    void burnsMoreOnWetRoads() {
        HaulTable wet = new HaulTable(site, List.of(), 3);

        assertThat(wet.trip(FlatMine.LARGE, true, "A", "B").orElseThrow().litres())
                .isGreaterThan(trip(true, "A", "B").litres());
    }

    @Test
    void fitsTheSameClosuresInAnyOrderAndNoOthers() {
        HaulTable table = new HaulTable(site, List.of("A:B", "A:HIGH"), 1.5);

        assertThat(table.fits(List.of("A:HIGH", "A:B", "A:B"), 1.5, Map.of(), List.of())).isTrue();
        assertThat(table.fits(List.of("A:B"), 1.5, Map.of(), List.of())).isFalse();
        assertThat(table.fits(List.of("A:B", "A:HIGH"), 0, Map.of(), List.of())).isFalse();
        assertThat(table.fits(List.of("A:B", "A:HIGH"), 1.5, Map.of("A:B", 1.1), List.of()))
                .isFalse();
        assertThat(
                        table.fits(
                                List.of("A:B", "A:HIGH"),
                                1.5,
                                Map.of(),
                                List.of(speed(true, "A", 9))))
                .isFalse();
    }

    @Test
    void keepsClassesOfTrucksApart() {
        assertThat(hauls.trip(FlatMine.SMALL, true, "A", "B").orElseThrow().litres())
                .isLessThan(trip(true, "A", "B").litres());
    }

    @ParameterizedTest
    @CsvSource({
        "-50, 23, 28",
        "-8.01, 23, 28",
        "-8, 24, 26",
        "-3.01, 24, 26",
        "-3, 20, 19",
        "2.99, 20, 19",
        "3, 18, 24",
        "9.99, 13, 21",
        "10, 8, 16",
        "50, 8, 16"
    })
    void changesThePaceAtTheLowerEdgeOfAGradeBand(
            double gradePct, double loadedKph, double emptyKph) {
        assertThat(OperatorSpeeds.kph(gradePct, true)).isEqualTo(loadedKph);
        assertThat(OperatorSpeeds.kph(gradePct, false)).isEqualTo(emptyKph);
    }

    private TripCost trip(boolean loaded, String from, String to) {
        return hauls.trip(FlatMine.LARGE, loaded, from, to).orElseThrow();
    }
}
