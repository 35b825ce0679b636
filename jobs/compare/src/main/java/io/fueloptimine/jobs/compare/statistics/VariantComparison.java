package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All policies on one variant, compared with the reference.
 *
 * @param variant the name of the variant
 * @param reference the runs of the reference policy
 * @param others the other policies compared with it, in the order of their first runs
 * @param standard the standard of the litres adjusted for haul
 */
public record VariantComparison(
        String variant,
        PolicyRuns reference,
        List<PolicyComparison> others,
        HaulStandard standard) {

    /** The policy that is the reference when it has runs. */
    public static final String USUAL_REFERENCE = "fixed";

    private record Key(String policy, String variant, long seed) {}

    /** Copies the comparisons. */
    public VariantComparison {
        others = List.copyOf(others);
    }

    /**
     * Compares all runs, variant by variant in the order of their first runs. The reference is the
     * policy {@link #USUAL_REFERENCE}, or the policy of the first run when there is no such policy.
     *
     * @throws IllegalArgumentException when there are no runs, two runs have the same policy,
     *     variant and seed, or a variant has no run of the reference
     */
    public static List<VariantComparison> allOf(List<RunResult> runs) {
        check(runs);
        String reference = referenceOf(runs);
        Map<String, List<RunResult>> byVariant = new LinkedHashMap<>();
        runs.forEach(
                run ->
                        byVariant
                                .computeIfAbsent(run.variant(), variant -> new ArrayList<>())
                                .add(run));
        return byVariant.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), reference))
                .toList();
    }

    /** The reference, then the other policies. */
    public List<PolicyRuns> policies() {
        List<PolicyRuns> policies = new ArrayList<>(List.of(reference));
        others.forEach(other -> policies.add(other.runs()));
        return policies;
    }

    private static VariantComparison of(String variant, List<RunResult> runs, String reference) {
        Map<String, List<RunResult>> byPolicy = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparingLong(RunResult::seed))
                .forEach(
                        run ->
                                byPolicy.computeIfAbsent(run.policy(), policy -> new ArrayList<>())
                                        .add(run));
        if (!byPolicy.containsKey(reference)) {
            throw new IllegalArgumentException(
                    "variant " + variant + " must have runs of the reference policy " + reference);
        }
        PolicyRuns referenceRuns = new PolicyRuns(reference, byPolicy.get(reference));
        HaulStandard standard = HaulStandard.of(referenceRuns.runs(), runs);
        List<PolicyComparison> others =
                runs.stream()
                        .map(RunResult::policy)
                        .distinct()
                        .filter(policy -> !policy.equals(reference))
                        .map(policy -> new PolicyRuns(policy, byPolicy.get(policy)))
                        .map(policy -> PolicyComparison.of(referenceRuns, policy, standard))
                        .toList();
        return new VariantComparison(variant, referenceRuns, others, standard);
    }

    private static String referenceOf(List<RunResult> runs) {
        return runs.stream()
                .map(RunResult::policy)
                .filter(USUAL_REFERENCE::equals)
                .findFirst()
                .orElse(runs.get(0).policy());
    }

    private static void check(List<RunResult> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a comparison must have at least one run, has none");
        }
        Set<Key> keys = new HashSet<>();
        for (RunResult run : runs) {
            if (!keys.add(new Key(run.policy(), run.variant(), run.seed()))) {
                throw new IllegalArgumentException(
                        "each policy, variant and seed must have one run, "
                                + run.policy()
                                + ", "
                                + run.variant()
                                + ", "
                                + run.seed()
                                + " has two");
            }
        }
    }
}
