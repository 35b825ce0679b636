package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import org.junit.jupiter.api.Test;

class MatchFactorTest {

    /** Cycle of {@link FlatMine#oneRoad}: 684 s loaded, 720 s empty, 72 s loading, 36 s dumping. */
    private static final double CYCLE_S = 684 + 720 + 72 + 36;

    private static final double LOADING_S = 72;

    @Test
    void isTrucksTimesLoadingTimeByUnitsTimesCycleTime() {
        MineSite site = FlatMine.oneRoad().trucks(7, FlatMine.LARGE, "S1", "C1").build();

        assertThat(of(site)).isCloseTo(7 * LOADING_S / CYCLE_S, within(1e-6));
    }

    @Test
    void addsUpDifferentPairsAndDividesByAllUnits() {
        FlatMine mine = FlatMine.oneRoad().trucks(7, FlatMine.LARGE, "S1", "C1");
        MineSite site =
                mine.unit("S2", Material.WASTE, 10_000)
                        .dump("D2", Material.WASTE, 0, 10_000)
                        .road("F-S2", "D2", 1_900)
                        .trucks(3, FlatMine.LARGE, "S2", "D2")
                        .build();

        double shortCycleS = (684 + 720) / 2.0 + 72 + 36;
        double busyUnits = 7 * LOADING_S / CYCLE_S + 3 * LOADING_S / shortCycleS;
        assertThat(of(site)).isCloseTo(busyUnits / 2, within(1e-6));
    }

    @Test
    void countsWaitingNeitherAtUnitsNorAtDumps() {
        MineSite site = FlatMine.oneRoad().trucks(7, FlatMine.LARGE, "S1", "C1").build();
        PlannerSettings defaults = PlannerSettings.DEFAULT;

        double cycleS = 684 + 720 + defaults.spotS() + LOADING_S + defaults.dumpS();
        assertThat(MatchFactor.of(site, new RoadHaulModel(site), defaults))
                .isCloseTo(7 * LOADING_S / cycleS, within(1e-6));
    }

    @Test
    void isZeroWithoutUnitsAndWithoutARoadBetweenThePair() {
        assertThat(of(new FlatMine().place("A", LocationKind.JUNCTION).build())).isZero();
        MineSite apart =
                new FlatMine()
                        .unit("S1", Material.ORE, 10_000)
                        .dump("C1", Material.ORE, 0, 10_000)
                        .trucks(2, FlatMine.LARGE, "S1", "C1")
                        .build();
        assertThat(of(apart)).isZero();
    }

    private static double of(MineSite site) {
        return MatchFactor.of(site, new RoadHaulModel(site), FlatMine.SETTINGS);
    }
}
