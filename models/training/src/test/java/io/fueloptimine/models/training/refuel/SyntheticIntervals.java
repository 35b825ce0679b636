package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.Work;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Intervals of trucks that burn by known prices, with tanks that are not always filled up. */
final class SyntheticIntervals {

    static final Map<WorkItem, Double> PRICES =
            Map.of(
                    WorkItem.LOADED_H, 250.0,
                    WorkItem.EMPTY_H, 90.0,
                    WorkItem.AT_LOADER_OR_DUMP_H, 50.0,
                    WorkItem.CLIMB_KTKM, 450.0,
                    WorkItem.UNSEEN_SECOND_H, 170.0);

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int INTERVALS_A_TRUCK = 12;

    private SyntheticIntervals() {}

    /**
     * So many trucks.
     *
     * @param noiseL standard deviation of the litres
     * @param truckL standard deviation, over trucks, of what each takes more or less than others
     */
    static List<RefuelInterval> of(int trucks, double noiseL, double truckL, long seed) {
        Random random = new Random(seed);
        RefuelModel model = new RefuelModel(PRICES);
        List<RefuelInterval> intervals = new ArrayList<>();
        for (int truck = 0; truck < trucks; truck++) {
            double ownL = truckL * random.nextGaussian();
            for (int i = 0; i < INTERVALS_A_TRUCK; i++) {
                Work work = work(random);
                Instant from = START.plus(Duration.ofHours(20L * i));
                intervals.add(
                        new RefuelInterval(
                                "T" + truck,
                                "930E",
                                from,
                                from.plus(Duration.ofHours(16)),
                                14,
                                work,
                                model.expectedL(work) + ownL + noiseL * random.nextGaussian()));
            }
        }
        return intervals;
    }

    private static Work work(Random random) {
        Map<WorkItem, Double> amounts = new EnumMap<>(WorkItem.class);
        amounts.put(WorkItem.LOADED_H, 4 + 3 * random.nextDouble());
        amounts.put(WorkItem.EMPTY_H, 3 + 2 * random.nextDouble());
        amounts.put(WorkItem.AT_LOADER_OR_DUMP_H, 1 + 2 * random.nextDouble());
        amounts.put(WorkItem.CLIMB_KTKM, random.nextDouble());
        amounts.put(WorkItem.LOADED_KTKM, 20 + 10 * random.nextDouble());
        amounts.put(WorkItem.UNSEEN_SECOND_H, random.nextDouble());
        return Work.of(amounts);
    }
}
