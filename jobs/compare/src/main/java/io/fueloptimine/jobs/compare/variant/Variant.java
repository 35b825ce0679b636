package io.fueloptimine.jobs.compare.variant;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.MachineDown;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFault;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A variant of the mine for a comparison. The faults of a variant depend on the mine and the seed
 * only, so that all policies meet the same faults. No message tells dispatch about rain or damaged
 * roads; loading units and trucks report themselves that they are down.
 */
public enum Variant {

    /** The mine as it is, with the breakdowns that occur by themselves. */
    BASE {
        @Override
        List<ScenarioFault> faults(MineSite mine, Duration span, SeededRandom random) {
            return List.of();
        }
    },

    /** All roads are wet for four hours: 1.5 points more rolling resistance. */
    RAIN {
        @Override
        List<ScenarioFault> faults(MineSite mine, Duration span, SeededRandom random) {
            Set<String> roads =
                    mine.roads().stream().map(RoadSegment::id).collect(Collectors.toSet());
            return List.of(new WetRoad(drawn(span, RAIN_LASTS, random), roads, RAIN_PCT));
        }
    },

    /** In each shift, one loading unit is down for two hours and two trucks for four. */
    BREAKDOWNS {
        @Override
        List<ScenarioFault> faults(MineSite mine, Duration span, SeededRandom random) {
            List<ScenarioFault> faults = new ArrayList<>();
            for (Duration at = Duration.ZERO; at.compareTo(span) < 0; at = at.plus(SHIFT)) {
                String unit =
                        mine.loadingUnits().get(random.below(mine.loadingUnits().size())).id();
                faults.add(down(at, UNIT_DOWN, unit, random));
                for (int i = 0; i < TRUCKS_DOWN; i++) {
                    String truck = mine.trucks().get(random.below(mine.trucks().size())).id();
                    faults.add(down(at, TRUCK_DOWN, truck, random));
                }
            }
            return faults;
        }
    },

    /** Two roads have 2 points more rolling resistance, from the first hour to the end. */
    ROAD_DAMAGE {
        @Override
        List<ScenarioFault> faults(MineSite mine, Duration span, SeededRandom random) {
            List<RoadSegment> roads = new ArrayList<>(mine.roads());
            Set<String> damaged = new HashSet<>();
            while (damaged.size() < Math.min(DAMAGED_ROADS, roads.size())) {
                damaged.add(roads.get(random.below(roads.size())).id());
            }
            Span rest = new Span(Duration.ofHours(1), span);
            return List.of(new WetRoad(rest, damaged, DAMAGE_PCT));
        }
    },

    /** One truck burns 20 % more for the same work, from the first hour to the end. */
    WORN_TRUCK {
        @Override
        List<ScenarioFault> faults(MineSite mine, Duration span, SeededRandom random) {
            String truck = mine.trucks().get(random.below(mine.trucks().size())).id();
            Span rest = new Span(Duration.ofHours(1), span);
            return List.of(new InjectorWear(rest, truck, WEAR_PCT, Duration.ZERO));
        }
    };

    private static final Duration SHIFT = Duration.ofHours(12);
    private static final Duration RAIN_LASTS = Duration.ofHours(4);
    private static final Duration UNIT_DOWN = Duration.ofHours(2);
    private static final Duration TRUCK_DOWN = Duration.ofHours(4);
    private static final double RAIN_PCT = 1.5;
    private static final double DAMAGE_PCT = 2;
    private static final double WEAR_PCT = 20;
    private static final int TRUCKS_DOWN = 2;
    private static final int DAMAGED_ROADS = 2;

    /** The name in options and reports, for example {@code road-damage}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The variant's faults for one seed. */
    public Scenario scenario(MineSite mine, Duration span, long seed) {
        SeededRandom random = SeededRandom.of(seed, "variant " + wireName());
        return new Scenario(wireName(), faults(mine, span, random));
    }

    abstract List<ScenarioFault> faults(MineSite mine, Duration span, SeededRandom random);

    private static Span drawn(Duration within, Duration lasts, SeededRandom random) {
        double latestS = Math.max(0, within.minus(lasts).toSeconds());
        return new Span(Duration.ofSeconds(Math.round(random.uniform(0, latestS))), lasts);
    }

    private static PhysicalFault down(
            Duration shiftStart, Duration lasts, String machineId, SeededRandom random) {
        Span inShift = drawn(SHIFT, lasts, random);
        return new MachineDown(new Span(shiftStart.plus(inShift.start()), lasts), machineId);
    }
}
