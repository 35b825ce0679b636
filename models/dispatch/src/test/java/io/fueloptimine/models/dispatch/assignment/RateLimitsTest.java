package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.RateAccount;
import io.fueloptimine.models.dispatch.fleet.RateAccounts;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Highest rates of crusher C, the only dump of ore: a truck is about to arrive at S1, and another
 * one asks for a load five minutes later. Loads of 290 t are dumped 684 s after the loading.
 */
class RateLimitsTest {

    private static final MineSite MINE = HandMine.SITE;
    private static final LoadingUnit UNIT = MINE.loadingUnit("S1").orElseThrow();
    private static final Instant AT = HandMine.at(0);

    @Test
    void ofTheRatesOfADumpTheLowestCounts() {
        RateAccount all = account(null, 6_000, 0);
        RateAccount ore = account(Material.ORE, 100, 0);

        assertThat(allowsLoad(all)).isTrue();
        assertThat(allowsLoad(ore)).isFalse();
        assertThat(allowsLoad(all, ore)).isFalse();
        assertThat(allowsLoad(ore, all)).isFalse();
    }

    @Test
    void ofEqualRatesOfADumpTheOneThatOwesMoreCounts() {
        RateAccount all = account(null, 6_000, 0);
        RateAccount ore = account(Material.ORE, 6_000, -2_000);

        assertThat(allowsLoad(all, ore)).isFalse();
        assertThat(allowsLoad(ore, all)).isFalse();
    }

    @Test
    void aRateOfAnotherMaterialDoesNotCount() {
        RateAccount all = account(null, 6_000, 0);

        assertThat(allowsLoad(account(Material.WASTE, 0, 0), all)).isTrue();
    }

    private static RateAccount account(Material material, double maxTph, double creditT) {
        RateTarget rate = new RateTarget(null, "C", material, null, maxTph, null);
        return new RateAccount(rate, AT, creditT);
    }

    private static boolean allowsLoad(RateAccount... accounts) {
        FleetState blank = FleetState.blank();
        FleetState fleet =
                new FleetState(
                        blank.clock(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        0,
                        blank.progress(),
                        new RateAccounts(List.of(accounts)));
        UnitOutlook arriving =
                new UnitOutlook(UNIT, 0, Double.POSITIVE_INFINITY, List.of(0.0), 300);
        FleetOutlook outlook = new FleetOutlook(List.of(arriving), List.of());
        HaulCosts hauls = new RoadHaulModel(MINE).costs(List.of(), 0);
        AssignerSettings settings = AssignerSettings.DEFAULT;
        RateLimits limits =
                new RateLimits(
                        new LoadsUnderWay(MINE, fleet, outlook, null, 290, settings.dumpS()),
                        WorkTargets.of(
                                MINE,
                                AssignmentState.empty(MINE.site()),
                                OpenWork.ALL,
                                settings,
                                AT),
                        hauls,
                        AT);
        return limits.allowsLoad(UNIT, MINE.truckClass("930E"), 300);
    }
}
