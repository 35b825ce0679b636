package io.fueloptimine.jobs.compare;

import io.fueloptimine.jobs.compare.run.Haul;
import io.fueloptimine.jobs.compare.run.Hauled;
import io.fueloptimine.jobs.compare.run.RunResult;
import io.fueloptimine.jobs.compare.run.TimeAndFuel;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.Material;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run for tests, with payloads of 100 t. Each method gives a changed copy. */
public record TestRun(
        String policy,
        String variant,
        long seed,
        double litres,
        Map<Haul, Hauled> hauled,
        double emptyKm,
        double leastEmptyKm) {

    private static final double PAYLOAD_T = 100;

    public static TestRun of(String policy, long seed) {
        return new TestRun(policy, "base", seed, 1_000, Map.of(), 50, 40);
    }

    public TestRun on(String otherVariant) {
        return new TestRun(policy, otherVariant, seed, litres, hauled, emptyKm, leastEmptyKm);
    }

    public TestRun litres(double otherLitres) {
        return new TestRun(policy, variant, seed, otherLitres, hauled, emptyKm, leastEmptyKm);
    }

    public TestRun emptyKm(double otherKm) {
        return new TestRun(policy, variant, seed, litres, hauled, otherKm, leastEmptyKm);
    }

    /** With loads of ore or waste that need this many litres per tonne on the loaded trip. */
    public TestRun with(
            String face, Material material, String dump, double tonnes, double loadedLitresPerT) {
        Map<Haul, Hauled> more = new LinkedHashMap<>(hauled);
        more.put(
                new Haul(face, material, dump),
                new Hauled(Math.round(tonnes / PAYLOAD_T), tonnes, tonnes * loadedLitresPerT));
        return new TestRun(policy, variant, seed, litres, more, emptyKm, leastEmptyKm);
    }

    /** With ore from a face to the crusher. */
    public TestRun ore(String face, double tonnes) {
        return with(face, Material.ORE, "CRUSHER", tonnes, 0.1);
    }

    /** With waste from a face to a dump. */
    public TestRun waste(String face, String dump, double tonnes) {
        return with(face, Material.WASTE, dump, tonnes, 0.2);
    }

    public RunResult result() {
        return new RunResult(
                policy,
                variant,
                seed,
                24,
                litres,
                hauled,
                Map.of(
                        TruckTimeCategory.EMPTY,
                        new TimeAndFuel(10, 100),
                        TruckTimeCategory.SHOVEL_QUEUE,
                        new TimeAndFuel(3, 5),
                        TruckTimeCategory.DUMP_QUEUE,
                        new TimeAndFuel(1, 2)),
                2,
                0.8,
                7,
                1,
                emptyKm * 1_000,
                leastEmptyKm * 1_000);
    }
}
