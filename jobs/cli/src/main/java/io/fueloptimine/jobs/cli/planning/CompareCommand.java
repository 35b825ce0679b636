package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.compare.report.ComparisonReport;
import io.fueloptimine.jobs.compare.report.LeverReport;
import io.fueloptimine.jobs.compare.run.Comparison;
import io.fueloptimine.jobs.compare.run.Lever;
import io.fueloptimine.jobs.compare.run.LeverComparison;
import io.fueloptimine.jobs.compare.run.RunSettings;
import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares dispatch policies on the simulated mine: each policy with the same seeds and"
                    + " the same random numbers. Prints paired differences with 95 %% intervals,"
                    + " whether the policies did the same work, and writes a report.",
            "The same options give the same report, however fast or busy the host is.",
            "Policies: none (trucks serve their pair by themselves), fixed (the pair as orders),"
                    + " shortest-queue (the unit with the fewest trucks waiting or bound for it),"
                    + " sptf (the unit where the truck is loaded first), greedy-fuel (the fewest"
                    + " litres for the next load), fueloptimine."
        })
public final class CompareCommand implements Callable<Integer> {

    private static final String ALL_LEVERS = "all";

    @Mixin private MineFileOption mine;

    @Mixin
    private PolicyRunOptions runs =
            new PolicyRunOptions(
                    "none,fixed,shortest-queue,sptf,greedy-fuel,fueloptimine", 20, 2, "compare");

    @Option(
            names = "--levers",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Measures levers instead of policies, each with and without it, with the last of"
                            + " the policies: routing, parking, idle-shutdown, payload, roads,"
                            + " drifted-trucks, measured-speeds, or all (default: none).")
    private List<String> levers = List.of();

    @Option(
            names = "--variants",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "base",
            description =
                    "Variants of the mine: base, rain, breakdowns, road-damage, worn-truck"
                            + " (default: ${DEFAULT-VALUE}).")
    private List<String> variants;

    @Option(
            names = "--shifts",
            paramLabel = "N",
            defaultValue = "2",
            description = "Length of a run, in shifts of 12 hours (default: ${DEFAULT-VALUE}).")
    private int shifts;

    @Option(
            names = "--latency",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description =
                    "Time from a truck's message until its order arrives, s (default:"
                            + " ${DEFAULT-VALUE}).")
    private int latencyS;

    @Option(
            names = "--plan-latency",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description =
                    "Time until a new plan is in force, s (default: ${DEFAULT-VALUE}, the budget of"
                            + " the solver in the streaming job).")
    private int planLatencyS;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("compare"));
        requireValid(home);
        Comparison comparison = comparison(home);
        PrintWriter out = spec.commandLine().getOut();
        if (!levers.isEmpty()) {
            compareLevers(comparison, home, out);
            return 0;
        }
        Comparison.Outcome outcome =
                comparison.outcome(runs.threads(), new RunProgress(out)::runEnded);
        printSpeeds(comparison, outcome, out);
        ComparisonReport report = ComparisonReport.of(facts(comparison), outcome.runs());
        out.print(report.text());
        Path written = runs.report(home);
        report.writeTo(written);
        out.println("report: " + written.resolve("report.html"));
        out.flush();
        return 0;
    }

    private void requireValid(FuelHome home) {
        StartFaults faults = new StartFaults();
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        runs.check(spec, faults);
        faults.check(this::wantedLevers);
        faults.check(
                () ->
                        NamedOptions.some(
                                spec, "--variants", variants, Variant.values(), Variant::wireName));
        faults.check(() -> Require.that(spec, shifts >= 1, "--shifts", shifts, "1 or more"));
        faults.check(() -> Require.that(spec, latencyS >= 1, "--latency", latencyS, "1 or more"));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                planLatencyS >= 0,
                                "--plan-latency",
                                planLatencyS,
                                "0 or more"));
        faults.requireNone();
    }

    private Comparison comparison(FuelHome home) {
        MineSite site = MineSiteFile.read(mine.file(home));
        RunSettings settings =
                RunSettings.ofShifts(site, shifts)
                        .withLatencies(
                                Duration.ofSeconds(latencyS), Duration.ofSeconds(planLatencyS));
        return new Comparison(
                settings,
                runs.policies(spec),
                NamedOptions.some(
                        spec, "--variants", variants, Variant.values(), Variant::wireName),
                runs.firstSeed(),
                runs.seeds());
    }

    /** The facts at the head of the report. */
    private Map<String, String> facts(Comparison comparison) {
        RunSettings settings = comparison.settings();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("mine", settings.mine().site());
        facts.put("latency of orders, s", String.valueOf(settings.latency().toSeconds()));
        facts.put("latency of plans, s", String.valueOf(settings.planLatency().toSeconds()));
        facts.put("version", spec.root().version()[0]);
        return facts;
    }

    private void compareLevers(Comparison comparison, FuelHome home, PrintWriter out)
            throws Exception {
        PolicyName policy = comparison.policies().get(comparison.policies().size() - 1);
        LeverComparison pairs =
                new LeverComparison(
                        comparison.settings(),
                        policy,
                        wantedLevers(),
                        comparison.variants(),
                        runs.firstSeed(),
                        runs.seeds());
        LeverReport report =
                LeverReport.of(pairs.pairs(runs.threads(), new RunProgress(out)::runEnded));
        out.print(report.text());
        Path written = runs.report(home);
        report.writeTo(written);
        out.println("report: " + written.resolve("levers.md"));
        out.flush();
    }

    private List<Lever> wantedLevers() {
        return levers.equals(List.of(ALL_LEVERS))
                ? List.of(Lever.values())
                : NamedOptions.some(spec, "--levers", levers, Lever.values(), Lever::wireName);
    }

    private static void printSpeeds(
            Comparison comparison, Comparison.Outcome outcome, PrintWriter out) {
        for (int i = 0; i < comparison.policies().size(); i++) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%s: simulated at %,.0f times real time per thread",
                            comparison.policies().get(i).text(),
                            outcome.speedUps().get(i)));
        }
    }
}
