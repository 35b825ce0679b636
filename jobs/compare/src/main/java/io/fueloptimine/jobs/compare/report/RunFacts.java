package io.fueloptimine.jobs.compare.report;

import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the runs themselves say about the settings of a comparison. */
final class RunFacts {

    private RunFacts() {}

    static Map<String, String> of(List<RunResult> runs) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("policies", distinct(runs, RunResult::policy));
        facts.put("variants", distinct(runs, RunResult::variant));
        facts.put("seeds", seeds(runs));
        facts.put(
                "simulated hours per run", distinct(runs, run -> FigureText.fixed(run.hours(), 1)));
        facts.put("runs", String.valueOf(runs.size()));
        return facts;
    }

    private static String distinct(List<RunResult> runs, Function<RunResult, String> name) {
        return runs.stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    /** The seeds as a range if they follow each other, as a list otherwise. */
    private static String seeds(List<RunResult> runs) {
        long[] seeds = runs.stream().mapToLong(RunResult::seed).distinct().sorted().toArray();
        if (seeds.length == 0) {
            return FigureText.NONE;
        }
        long first = seeds[0];
        long last = seeds[seeds.length - 1];
        return seeds.length > 2 && last - first == seeds.length - 1
                ? first + " to " + last
                : runs.stream()
                        .map(RunResult::seed)
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }
}
