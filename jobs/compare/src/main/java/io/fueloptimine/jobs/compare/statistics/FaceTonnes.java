package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.Haul;
import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tonnes of one face under the last policy of a comparison and under another one, over all runs
 * with the same seeds.
 *
 * @param policy the last policy
 * @param rival the other policy
 * @param faceId the face
 * @param rivalT mean tonnes of the rival per run, t
 * @param policyT mean tonnes of the policy per run, t
 * @param percent policy minus rival, in percent of the rival
 */
public record FaceTonnes(
        String policy,
        String rival,
        String faceId,
        double rivalT,
        double policyT,
        MeanInterval percent) {

    /** The faces of the last policy against each other policy. */
    public static List<FaceTonnes> of(VariantComparison variant) {
        List<PolicyRuns> policies = variant.policies();
        PolicyRuns last = policies.get(policies.size() - 1);
        List<FaceTonnes> all = new ArrayList<>();
        for (PolicyRuns rival : policies.subList(0, policies.size() - 1)) {
            all.addAll(of(last, rival));
        }
        return all;
    }

    private static List<FaceTonnes> of(PolicyRuns policy, PolicyRuns rival) {
        Map<Long, RunResult> bySeed =
                rival.runs().stream()
                        .collect(Collectors.toMap(RunResult::seed, Function.identity()));
        List<RunPair> pairs =
                policy.runs().stream()
                        .filter(run -> bySeed.containsKey(run.seed()))
                        .map(run -> new RunPair(bySeed.get(run.seed()), run))
                        .toList();
        TreeSet<String> faces = new TreeSet<>();
        pairs.forEach(
                pair -> {
                    pair.run().hauled().keySet().stream().map(Haul::faceId).forEach(faces::add);
                    pair.reference().hauled().keySet().stream()
                            .map(Haul::faceId)
                            .forEach(faces::add);
                });
        return faces.stream().map(face -> of(policy, rival, face, pairs)).toList();
    }

    private static FaceTonnes of(
            PolicyRuns policy, PolicyRuns rival, String faceId, List<RunPair> pairs) {
        double[] rivalT =
                pairs.stream().mapToDouble(pair -> tonnes(pair.reference(), faceId)).toArray();
        double[] policyT = pairs.stream().mapToDouble(pair -> tonnes(pair.run(), faceId)).toArray();
        double[] percent = new double[rivalT.length];
        for (int i = 0; i < percent.length; i++) {
            percent[i] = 100 * (policyT[i] - rivalT[i]) / rivalT[i];
        }
        return new FaceTonnes(
                policy.policy(),
                rival.policy(),
                faceId,
                MeanInterval.of(rivalT).mean(),
                MeanInterval.of(policyT).mean(),
                MeanInterval.of(percent));
    }

    private static double tonnes(RunResult run, String faceId) {
        return run.fromFace(faceId).tonnes();
    }

    /** Whether the policy moved less from the face than the rival, at 95 %. */
    public boolean isLess() {
        return percent.high() < 0;
    }
}
