package io.fueloptimine.models.dispatch.policy;

import java.util.Comparator;

/**
 * The truck's own loading unit and dump. When they are down or their tonnes are met: the nearest
 * loading unit of the same material, then the nearest of any, and the nearest dump. These are the
 * places to which trucks without assignments drive by themselves in the simulated mine.
 */
public final class FixedPairRule implements DispatchRule {

    private static final Comparator<HaulOption> ORDER =
            Comparator.comparingInt(FixedPairRule::strangenessOfUnit)
                    .thenComparingDouble(option -> option.empty().metres())
                    .thenComparing(option -> !option.planned())
                    .thenComparing(option -> !option.ownDump())
                    .thenComparingDouble(option -> option.haul().metres());

    @Override
    public Comparator<HaulOption> order() {
        return ORDER;
    }

    /** The unit is chosen first, whatever its dumps, as by trucks without assignments. */
    @Override
    public boolean admits(HaulOption option) {
        return true;
    }

    /** A truck without an assignment does what this rule would have it do. */
    @Override
    public boolean coversExceptions() {
        return false;
    }

    private static int strangenessOfUnit(HaulOption option) {
        if (option.ownUnit()) {
            return 0;
        }
        return option.sameMaterial() ? 1 : 2;
    }
}
