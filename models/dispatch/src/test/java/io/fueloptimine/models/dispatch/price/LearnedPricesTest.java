package io.fueloptimine.models.dispatch.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.TruckClass;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices of the shipped mine by the shipped model, beside those by physics. */
class LearnedPricesTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final FuelModel CHAMPION =
            new ModelRegistry(Path.of("../registry"), MachineClasses.of(MINE))
                    .champion("fuel-window")
                    .orElseThrow();

    private final HaulModel learned = RoadHaulModel.learned(MINE, CHAMPION);
    private final HaulCosts costs = learned.costs(List.of(), 0);
    private final HaulCosts physics = new RoadHaulModel(MINE).costs(List.of(), 0);

    @Test
    void namesTheModel() {
        assertThat(learned.priceModel()).isEqualTo("fuel-window " + CHAMPION.version());
        assertThat(new RoadHaulModel(MINE).priceModel()).isEqualTo("physics");
    }

    @Test
    void physicsAsTheModelGivesThePricesByPhysics() {
        HaulModel byPhysics =
                RoadHaulModel.learned(MINE, new PhysicsModel(MachineClasses.of(MINE)));

        assertThat(byPhysics.priceModel()).isEqualTo("physics");
    }

    @Test
    void pricesEmptyTripsHigherThanPhysicsAndLoadedTripsAlike() {
        for (TruckClass truckClass : MINE.truckClasses()) {
            for (LoadingUnit unit : MINE.loadingUnits()) {
                for (DumpPoint dump : MINE.dumps()) {
                    for (boolean loaded : new boolean[] {true, false}) {
                        String from = loaded ? unit.faceId() : dump.locationId();
                        String to = loaded ? dump.locationId() : unit.faceId();
                        TripCost byModel = costs.trip(truckClass, loaded, from, to).orElseThrow();
                        TripCost byPhysics =
                                physics.trip(truckClass, loaded, from, to).orElseThrow();
                        assertThat(byModel.litres() / byPhysics.litres())
                                .as(truckClass.name() + " " + from + " to " + to)
                                .isBetween(1.0, loaded ? 1.15 : 1.65);
                        assertThat(byModel.seconds()).isCloseTo(byPhysics.seconds(), within(1e-6));
                    }
                }
            }
        }
    }

    @Test
    void damagedAndWetRoadsCostWhatPhysicsSays() {
        HaulCosts wet = learned.costs(List.of(), 1.5);
        HaulCosts wetByPhysics = new RoadHaulModel(MINE).costs(List.of(), 1.5);
        TruckClass truckClass = MINE.truckClasses().get(0);
        String face = MINE.loadingUnits().get(0).faceId();
        String dump = MINE.dumps().get(0).locationId();

        double ratio = litres(wet, truckClass, face, dump) / litres(costs, truckClass, face, dump);
        double ratioByPhysics =
                litres(wetByPhysics, truckClass, face, dump)
                        / litres(physics, truckClass, face, dump);

        assertThat(ratio).isGreaterThan(1.05).isCloseTo(ratioByPhysics, within(0.05));
    }

    private static double litres(HaulCosts costs, TruckClass truckClass, String from, String to) {
        return costs.trip(truckClass, true, from, to).orElseThrow().litres();
    }
}
