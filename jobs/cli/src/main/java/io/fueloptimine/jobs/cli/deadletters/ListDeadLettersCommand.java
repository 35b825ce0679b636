package io.fueloptimine.jobs.cli.deadletters;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.deadletters.DeadLetter;
import io.fueloptimine.jobs.deadletters.DeadLetterFilter;
import io.fueloptimine.jobs.deadletters.DeadLetterText;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel dead-letters list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the latest dead letters, one per line, and the totals by rule.")
final class ListDeadLettersCommand implements Callable<Integer> {

    @Option(
            names = "--verdict",
            paramLabel = "NAME",
            converter = DeadLetterOptions.Verdict.class,
            description = "Only rejected, duplicate, flagged or late (default: all).")
    private QualityVerdict verdict;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "Maximum number of lines; the totals count all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--json",
            description = "Print one JSON object per line, with payloads and without totals.")
    private boolean json;

    @Mixin private DeadLetterOptions options;
    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Require.that(spec, limit >= 1, "--limit", limit, "1 or more");
        LogFolder.use(FuelHome.find().data("dead-letters"));
        DeadLetterFilter filter = options.filter().withVerdict(verdict);
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetters table = sql.deadLetters()) {
            List<DeadLetter> found = table.latest(filter, limit);
            if (json) {
                found.forEach(deadLetter -> out.println(DeadLetterText.json(deadLetter)));
            } else {
                out.print(DeadLetterText.table(found));
                out.println();
                out.print(DeadLetterText.totals(table.countsByRule(filter)));
            }
            out.flush();
        }
        return 0;
    }
}
