package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import io.fueloptimine.models.dispatch.bound.HauledLoad;
import io.fueloptimine.models.dispatch.bound.ShiftBound;
import io.fueloptimine.models.dispatch.price.HaulTable;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleets of the shipped mines: how well they match, and what dispatch can save there. */
class ShippedFleetsTest {

    private static final MineSites MINES =
            MineSites.read(Path.of("..", "..", "deploy", "local", "mines"));

    private static final String SHIFT = "shift";
    private static final String ALL_WAYS = "all ways";
    private static final double SHIFT_S = 12 * 3_600;

    @ParameterizedTest
    @CsvSource({
        "andes, 0.95, 1.05",
        "andes-overtrucked, 1.40, 1.60",
        "andes-short, 0.65, 0.75",
        "cordillera, 0.38, 0.46"
    })
    void hasTheMatchFactorForWhichTheMineIsMeant(String site, double lowest, double highest) {
        MineSite mine = mine(site);

        assertThat(MatchFactor.of(mine, new RoadHaulModel(mine), PlannerSettings.DEFAULT))
                .isBetween(lowest, highest);
    }

    @Test
    void namesTheMatchFactorOfEveryMine() {
        assertThat(MINES.bySite())
                .containsOnlyKeys("andes", "andes-overtrucked", "andes-short", "cordillera");
    }

    /**
     * Trucks in fixed pairs drive a tenth more empty than the optimum for the same loads and dumps.
     * A mine with one junction on all routes has a difference of 0.
     */
    @Test
    void letsADispatcherSaveATenthOfTheEmptyTravelOfFixedPairs() {
        assertThat(MINES.bySite().values())
                .isNotEmpty()
                .allSatisfy(mine -> assertThat(savingOfFixedPairs(mine)).isGreaterThan(0.10));
    }

    private static double savingOfFixedPairs(MineSite mine) {
        HaulTable hauls = new HaulTable(mine, List.of(), 0);
        List<HauledLoad> loads = new ArrayList<>();
        for (Truck truck : mine.trucks()) {
            LoadingUnit unit = mine.loadingUnit(truck.pairedLoadingUnitId()).orElseThrow();
            String dump = truck.pairedDumpId();
            double emptyM = metres(hauls, dump, unit.faceId());
            double cycleS =
                    seconds(mine, hauls, truck, false, dump, unit.faceId())
                            + seconds(mine, hauls, truck, true, unit.faceId(), dump)
                            + unit.meanLoadingS()
                            + PlannerSettings.DEFAULT.spotS()
                            + PlannerSettings.DEFAULT.dumpS();
            for (int i = 0; i < (int) (SHIFT_S / cycleS); i++) {
                loads.add(new HauledLoad(SHIFT, "", unit.faceId(), dump, emptyM));
            }
        }
        for (DumpPoint dump : mine.dumps()) {
            for (LoadingUnit unit : mine.loadingUnits()) {
                String from = dump.locationId();
                double emptyM = metres(hauls, from, unit.faceId());
                loads.add(new HauledLoad(ALL_WAYS, from, unit.faceId(), from, emptyM));
            }
        }
        return EmptyTravelBound.perShift(loads).stream()
                .filter(shift -> shift.shiftId().equals(SHIFT))
                .mapToDouble(ShiftBound::savingOfFixedPairs)
                .findFirst()
                .orElseThrow();
    }

    private static double metres(HaulTable hauls, String from, String to) {
        return hauls.route(from, to).orElseThrow().lengthM();
    }

    private static double seconds(
            MineSite mine, HaulTable hauls, Truck truck, boolean loaded, String from, String to) {
        return hauls.trip(mine.truckClass(truck.className()), loaded, from, to)
                .orElseThrow()
                .seconds();
    }

    private static MineSite mine(String site) {
        return MINES.mine(site).orElseThrow();
    }
}
