package io.fueloptimine.jobs.cli.deadletters;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.deadletters.DeadLetter;
import io.fueloptimine.jobs.deadletters.DeadLetterText;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel dead-letters show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows dead letters with all fields; payloads that are not text as a hex dump.")
final class ShowDeadLettersCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The ids, as printed by list.")
    private List<String> ids;

    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        LogFolder.use(FuelHome.find().data("dead-letters"));
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetters open = sql.deadLetters()) {
            List<DeadLetter> found = open.byIds(ids);
            requireAll(ids, found);
            for (DeadLetter deadLetter : found) {
                out.print(DeadLetterText.details(deadLetter));
                out.println();
            }
            out.flush();
        }
        return 0;
    }

    /** Checks that all given ids exist. The exception names all unknown ids. */
    static void requireAll(List<String> ids, List<DeadLetter> found) {
        List<String> missing = new ArrayList<>(ids);
        missing.removeAll(found.stream().map(DeadLetter::qualityId).toList());
        if (!missing.isEmpty()) {
            throw new InvalidInputException("no dead deadLetter " + String.join(", ", missing));
        }
    }
}
