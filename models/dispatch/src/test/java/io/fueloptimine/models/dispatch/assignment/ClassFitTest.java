package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassFitTest {

    private final MineSite mine = HandMine.SITE;
    private final NearestDumps dumps =
            new NearestDumps(mine, new RoadHaulModel(mine).costs(List.of(), 0));

    @Test
    void equalTrucksFitEveryLoadingUnitAlike() {
        ClassFit fit = new ClassFit(mine, dumps, Map.of());

        assertThat(fit.excessL(truck("T1"), outlook("S1"))).isCloseTo(0, within(1e-9));
        assertThat(fit.excessL(truck("T1"), outlook("S2"))).isCloseTo(0, within(1e-9));
    }

    @Test
    void aTruckThatBurnsMoreCostsMoreTheLongerTheHaul() {
        ClassFit fit = new ClassFit(mine, dumps, Map.of("T1", 1.2));
        FreeTruck thirsty = truck("T1");

        double near = fit.excessL(thirsty, outlook("S1"));
        double far = fit.excessL(thirsty, outlook("S2"));

        // The mean ratio of the four trucks is 1.05.
        assertThat(near).isCloseTo(0.15 * loadedL("S1"), within(1e-9));
        assertThat(far).isCloseTo(0.15 * loadedL("S2"), within(1e-9)).isGreaterThan(near);
        assertThat(fit.excessL(truck("T2"), outlook("S2")))
                .isCloseTo(-0.05 * loadedL("S2"), within(1e-9));
    }

    private double loadedL(String unitId) {
        return dumps.loadedL(mine.truckClass("930E"), unit(unitId));
    }

    private FreeTruck truck(String id) {
        Truck truck = mine.truck(id).orElseThrow();
        return new FreeTruck(truck, mine.truckClass(truck.className()), "C", 0);
    }

    private UnitOutlook outlook(String unitId) {
        return new UnitOutlook(unit(unitId), 0, 0, List.of(), 300);
    }

    private LoadingUnit unit(String id) {
        return mine.loadingUnit(id).orElseThrow();
    }
}
