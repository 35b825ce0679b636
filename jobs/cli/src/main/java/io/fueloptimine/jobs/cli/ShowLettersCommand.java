package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.deadletters.DeadLetter;
import io.fueloptimine.jobs.deadletters.DeadLetterText;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.InvalidInputException;
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

/** {@code fuel dead-letters show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "All that is known of letters; bytes that are no text as a hex dump.")
final class ShowLettersCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, as list shows them.")
    private List<String> ids;

    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        LogFolder.use(FuelHome.find().data("dead-letters"));
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetters open = sql.letters()) {
            List<DeadLetter> found = open.byIds(ids);
            requireAll(ids, found);
            for (DeadLetter letter : found) {
                out.print(DeadLetterText.whole(letter));
                out.println();
            }
            out.flush();
        }
        return 0;
    }

    /** Refuses ids that no letter has, all of them named. */
    static void requireAll(List<String> ids, List<DeadLetter> found) {
        List<String> missing = new ArrayList<>(ids);
        missing.removeAll(found.stream().map(DeadLetter::qualityId).toList());
        if (!missing.isEmpty()) {
            throw new InvalidInputException("no dead letter " + String.join(", ", missing));
        }
    }
}
