package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.models.dispatch.scenario.DieselPrice;
import io.fueloptimine.models.dispatch.scenario.FleetFile;
import io.fueloptimine.models.dispatch.scenario.PlanCase;
import io.fueloptimine.models.dispatch.scenario.Scenario;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say for what the fleet is planned. */
final class ScenarioOptions {

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description =
                    "The state of the fleet as JSON: trucks, closed roads, machines that are down,"
                            + " tonnes done (default: everything is available, nothing is done).")
    private Path state;

    @Option(
            names = "--scenario",
            paramLabel = "CHANGES",
            description = {
                "What is different, several changes separated by commas; may be repeated:",
                "diesel-price=+10%%, down=T07, out=785D, trucks=-2, trucks=793F:+2,"
                        + " close=RAMP-WEST-1, wet=1.5, road=RAMP-WEST-1:+2, target=FACE-1:+10%%,"
                        + " payload=+2%%. jobs/cli/README.md explains them."
            })
    private List<String> scenarios = List.of();

    @Option(
            names = "--diesel-price",
            paramLabel = "PRICE",
            defaultValue = "1.00/L",
            description =
                    "Price of diesel per litre (L) or US gallon (gal), such as 1.05/L or 3.90USD/gal"
                            + " (default: ${DEFAULT-VALUE}).")
    private String price;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The names of the scenarios, in the order of the options. */
    List<String> names() {
        return scenarios;
    }

    /**
     * The case without changes, and one for each scenario.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if something is wrong; it
     *     names every fault
     */
    List<PlanCase> cases(CommandSpec spec, Path mineFile) {
        StartFaults faults = new StartFaults();
        List<PlanCase> cases = new ArrayList<>();
        faults.check(() -> DieselPrices.of(spec, price));
        DieselPrice diesel = DieselPrice.parse(price).orElse(new DieselPrice(1, ""));
        faults.check(
                () -> {
                    MineSite mine = MineSiteFile.read(mineFile);
                    PlanCase bare = new PlanCase(mine, FleetFile.State.allReady(now()), diesel);
                    cases.add(bare);
                    if (state != null && faults.check(() -> FleetFile.read(state, mine, now()))) {
                        cases.set(
                                0, new PlanCase(mine, FleetFile.read(state, mine, now()), diesel));
                    }
                    for (String scenario : scenarios) {
                        faults.check(() -> cases.add(new Scenario(scenario).applyTo(cases.get(0))));
                    }
                });
        faults.requireNone();
        return cases;
    }

    /** The case with all scenarios together. */
    PlanCase together(PlanCase base) {
        return new Scenario(String.join(",", scenarios)).applyTo(base);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
