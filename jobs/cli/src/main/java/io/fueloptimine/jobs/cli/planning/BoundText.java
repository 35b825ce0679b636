package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.models.dispatch.bound.ShiftBound;
import java.util.List;
import java.util.Locale;

/** Formats the measured and the minimum times of empty travel as a table. */
final class BoundText {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double PERCENT = 100;

    private BoundText() {}

    /** Formats a table with one line per shift and one line for the sum of all shifts. */
    static String of(List<ShiftBound> shifts) {
        int width = shifts.stream().mapToInt(s -> s.shiftId().length()).max().orElse(0);
        String name = "%-" + Math.max(width, "18 shifts".length()) + "s";
        StringBuilder text = new StringBuilder();
        text.append(
                line(
                        name + " %7s %8s %10s %10s %10s %8s",
                        "shift",
                        "loads",
                        "left out",
                        "driven h",
                        "fixed h",
                        "optimal h",
                        "saving"));
        shifts.forEach(shift -> text.append(row(name, shift)));
        return text.append(row(name, sum(shifts))).toString();
    }

    private static String row(String name, ShiftBound shift) {
        return line(
                name + " %7d %8d %10.3f %10.3f %10.3f %6.1f %%",
                shift.shiftId(),
                shift.loads(),
                shift.leftOut(),
                shift.drivenS() / SECONDS_PER_HOUR,
                shift.fixedPairsS() / SECONDS_PER_HOUR,
                shift.optimalS() / SECONDS_PER_HOUR,
                PERCENT * shift.savingOfFixedPairs());
    }

    private static ShiftBound sum(List<ShiftBound> shifts) {
        return new ShiftBound(
                shifts.size() + " shifts",
                shifts.stream().mapToInt(ShiftBound::loads).sum(),
                shifts.stream().mapToInt(ShiftBound::leftOut).sum(),
                shifts.stream().mapToDouble(ShiftBound::drivenS).sum(),
                shifts.stream().mapToDouble(ShiftBound::fixedPairsS).sum(),
                shifts.stream().mapToDouble(ShiftBound::optimalS).sum());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format + "%n", values);
    }
}
