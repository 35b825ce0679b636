package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.deadletters.DeadLetter;
import io.fueloptimine.jobs.deadletters.DeadLetterFilter;
import io.fueloptimine.jobs.deadletters.DeadLetterText;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.QualityVerdict;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fuel dead-letters list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "The latest letters, a line each, and the totals by rule.")
final class ListLettersCommand implements Callable<Integer> {

    @Option(
            names = "--verdict",
            paramLabel = "NAME",
            converter = LetterOptions.Verdict.class,
            description = "Only rejected, duplicate, flagged or late (default: all).")
    private QualityVerdict verdict;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many lines; totals count all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "A JSON object a line, payloads too, no totals.")
    private boolean json;

    @Mixin private LetterOptions letters;
    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Require.that(spec, limit >= 1, "--limit", limit, "1 or more");
        LogFolder.use(FuelHome.find().data("dead-letters"));
        DeadLetterFilter filter = letters.filter().withVerdict(verdict);
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetters open = sql.letters()) {
            List<DeadLetter> found = open.latest(filter, limit);
            if (json) {
                found.forEach(letter -> out.println(DeadLetterText.json(letter)));
            } else {
                out.print(DeadLetterText.table(found));
                out.println();
                out.print(DeadLetterText.totals(open.countsByRule(filter)));
            }
            out.flush();
        }
        return 0;
    }
}
