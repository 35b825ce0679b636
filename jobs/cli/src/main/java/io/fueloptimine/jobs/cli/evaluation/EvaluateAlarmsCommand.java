package io.fueloptimine.jobs.cli.evaluation;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MineFileOption;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.evaluation.report.EvaluationReport;
import io.fueloptimine.jobs.evaluation.run.Evaluation;
import io.fueloptimine.jobs.evaluation.run.RunSettings;
import io.fueloptimine.jobs.evaluation.run.SiteResult;
import io.fueloptimine.jobs.evaluation.scenario.EvaluationScenario;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel evaluate-alarms}. */
@Command(
        name = "evaluate-alarms",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the alarms: simulates mines with known faults and without faults, runs their"
                    + " readings through the graphs of jobs fuel and alarms faster than time, and"
                    + " compares the alarms with the faults. Prints per fault how many were found"
                    + " and how late, and the false alarms per machine-day, beside two baselines.",
            "The same options give the same report."
        })
public final class EvaluateAlarmsCommand implements Callable<Integer> {

    @Mixin private MineFileOption mine;

    @Mixin private SettingsOption stepSettings;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Number of seeds of each scenario (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "101",
            description =
                    "The first seed (default: ${DEFAULT-VALUE}; seeds from 101 on are for reports,"
                            + " those below for tuning).")
    private long firstSeed;

    @Option(
            names = "--scenarios",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Scenarios: fuel-loss, wear, wet-roads, sensors, driving, clean, clean-week"
                            + " (default: all).")
    private List<String> scenarios = List.of();

    @Option(
            names = "--hours",
            paramLabel = "H",
            description =
                    "The simulated hours of a run, if fewer than those of the scenario (default:"
                            + " those of the scenario).")
    private Double hours;

    @Option(
            names = "--sampling",
            paramLabel = "SECONDS",
            description =
                    "Time between two telemetry messages of a machine, s (default: that of the"
                            + " scenario, 10 or 2; real machines send every second).")
    private Integer samplingS;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the report (default: data/evaluate-alarms).")
    private Path folder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("evaluate-alarms"));
        requireValid(home);
        PrintWriter out = spec.commandLine().getOut();
        Evaluation evaluation =
                new Evaluation(
                        new RunSettings(
                                MineSiteFile.read(mine.file(home)),
                                home.registry(),
                                stepSettings.read()),
                        wanted(),
                        seeds,
                        firstSeed,
                        Optional.ofNullable(hours).map(h -> Duration.ofMinutes(Math.round(60 * h))),
                        Optional.ofNullable(samplingS).map(Duration::ofSeconds));
        EvaluationProgress progress = new EvaluationProgress(out);
        Path written = folder == null ? home.data("evaluate-alarms") : folder;
        List<SiteResult> results =
                evaluation.results(progress::reached, part -> write(evaluation, part, written));
        out.print(new EvaluationReport(facts(evaluation), results).text());
        out.println();
        out.println(progress.speed(results.stream().mapToDouble(SiteResult::machineDays).sum()));
        out.println("report: " + written.resolve(EvaluationReport.HTML));
        out.flush();
        return 0;
    }

    /** Writes the report after each part, so that a run that is stopped leaves what it measured. */
    private void write(Evaluation evaluation, List<SiteResult> results, Path written) {
        try {
            new EvaluationReport(facts(evaluation), results).writeTo(written);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + written, e);
        }
    }

    private void requireValid(FuelHome home) {
        StartFaults faults = new StartFaults();
        faults.check(() -> MineSiteFile.read(mine.file(home)));
        faults.check(() -> stepSettings.read());
        faults.check(this::wanted);
        faults.check(() -> Require.that(spec, seeds >= 1, "--seeds", seeds, "1 or more"));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                hours == null || hours >= 0.1 && hours <= 1_000,
                                "--hours",
                                hours,
                                "0.1 to 1000"));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                samplingS == null || samplingS >= 1 && samplingS <= 60,
                                "--sampling",
                                samplingS,
                                "1 to 60"));
        faults.requireNone();
    }

    private List<EvaluationScenario> wanted() {
        List<EvaluationScenario> all = List.of(EvaluationScenario.values());
        Map<String, EvaluationScenario> byName = new LinkedHashMap<>();
        all.forEach(one -> byName.put(one.wireName(), one));
        scenarios.forEach(
                name ->
                        Require.that(
                                spec,
                                byName.containsKey(name),
                                "--scenarios",
                                name,
                                String.join(", ", byName.keySet())));
        return scenarios.isEmpty() ? all : scenarios.stream().map(byName::get).distinct().toList();
    }

    /** The facts at the head of the report. */
    private Map<String, String> facts(Evaluation evaluation) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("mine", evaluation.settings().mine().site());
        facts.put("seeds", firstSeed + " to " + (firstSeed + seeds - 1));
        facts.put(
                "scenarios",
                evaluation.scenarios().stream()
                        .map(
                                one ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s (%.1f h, a message every %d s)",
                                                one.wireName(),
                                                evaluation.length(one).toMinutes() / 60.0,
                                                evaluation.sampling(one).toSeconds()))
                        .collect(Collectors.joining(", ")));
        facts.put("version", spec.root().version()[0]);
        return facts;
    }
}
