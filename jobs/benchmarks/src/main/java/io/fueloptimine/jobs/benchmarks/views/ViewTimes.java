package io.fueloptimine.jobs.benchmarks.views;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** What one view took over one day, if it can be asked for a day, and over all windows. */
record ViewTimes(String name, Optional<ColdRun> oneDay, ColdRun all) {

    /** Seconds. */
    static final double DAY_LIMIT_S = 1;

    /** Seconds. */
    static final double ALL_LIMIT_S = 5;

    static final String HEADER =
            String.format(
                    Locale.ROOT,
                    "%-38s %10s %10s %10s %13s   %s",
                    "view",
                    "rows",
                    "one day, s",
                    "all, s",
                    "processor, s",
                    "limit kept");

    static ViewTimes measure(SqlConnection sql, ViewQuery query) throws SQLException {
        Optional<ColdRun> oneDay = Optional.empty();
        if (query.oneDay().isPresent()) {
            oneDay = Optional.of(ColdRun.of(sql, query.oneDay().get()));
        }
        return new ViewTimes(query.name(), oneDay, ColdRun.of(sql, query.all()));
    }

    boolean limitKept() {
        return all.seconds() <= ALL_LIMIT_S
                && oneDay.stream().allMatch(day -> day.seconds() <= DAY_LIMIT_S);
    }

    /** One line of the table; the processor time is that over all windows. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-38s %,10d %10s %10.2f %13.2f   %s",
                name,
                all.rows(),
                oneDay.map(day -> String.format(Locale.ROOT, "%.2f", day.seconds())).orElse(""),
                all.seconds(),
                all.processorSeconds(),
                limitKept() ? "yes" : "NO");
    }
}
