package io.fueloptimine.jobs.compare.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The policies of a variant that no other policy beats: no other policy has at least as many tonnes
 * with at most as many litres and is better in one of both.
 */
public final class ParetoFront {

    private ParetoFront() {}

    /** The policies on the front by ascending mean tonnes. */
    public static List<PolicyRuns> of(List<PolicyRuns> policies) {
        List<PolicyRuns> byTonnes = new ArrayList<>(policies);
        byTonnes.sort(
                Comparator.comparingDouble((PolicyRuns p) -> -p.mean(Quantity.TONNES))
                        .thenComparingDouble(p -> p.mean(Quantity.LITRES)));
        List<PolicyRuns> front = new ArrayList<>();
        for (PolicyRuns policy : byTonnes) {
            if (front.isEmpty() || !beats(front.get(0), policy)) {
                front.add(0, policy);
            }
        }
        return List.copyOf(front);
    }

    /** Whether a policy with at least as many tonnes makes another one pointless. */
    private static boolean beats(PolicyRuns more, PolicyRuns less) {
        double moreLitres = more.mean(Quantity.LITRES);
        double lessLitres = less.mean(Quantity.LITRES);
        boolean equal =
                more.mean(Quantity.TONNES) == less.mean(Quantity.TONNES)
                        && moreLitres == lessLitres;
        return moreLitres <= lessLitres && !equal;
    }
}
