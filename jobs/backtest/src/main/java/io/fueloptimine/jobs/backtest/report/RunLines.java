package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.run.ShiftResult;
import java.util.List;
import java.util.Locale;

/** All runs as CSV: numbers with a decimal point, no quotes. */
final class RunLines {

    private static final String HEADER =
            "shift,policy,seed,loads,tonnes,cycleLitres,emptyLitres,leastEmptyLitres,queueLitres,"
                    + "cycleHours,travelHours,queueHours,lastLoadHour,rejected\n";

    private RunLines() {}

    static String of(List<ShiftResult> runs) {
        StringBuilder lines = new StringBuilder(HEADER);
        for (ShiftResult run : runs) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%s,%d,%d,%.1f,%.1f,%.1f,%.1f,%.1f,%.3f,%.3f,%.3f,%.3f,%d%n",
                            run.shift(),
                            run.policy(),
                            run.seed(),
                            run.total().loads(),
                            run.total().tonnes(),
                            run.cycleLitres(),
                            run.emptyL(),
                            run.leastEmptyL(),
                            run.queueLitres(),
                            run.cycleHours(),
                            run.travelHours(),
                            run.queueHours(),
                            run.lastLoadH(),
                            run.rejected()));
        }
        return lines.toString().replace(System.lineSeparator(), "\n");
    }
}
