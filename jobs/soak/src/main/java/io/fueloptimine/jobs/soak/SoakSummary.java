package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The summary of a soak test.
 *
 * @param broker the MQTT broker of the test
 * @param sent number of readings that the broker acknowledged, including the final reading of each
 *     truck
 * @param resent how often readings were sent again because the acknowledgement was missing
 * @param wallTime wall-clock time of load and faults
 * @param kafkaRepeats number of repeated valid readings in Kafka, which consumers drop
 * @param dropped number of repeated readings that job ingest dropped
 * @param restarts how often child processes were started again
 * @param faults the injected faults, in the order of injection
 * @param growth the use of memory, threads, files and state over the time of the load
 * @param accounts the account of each store; the first account is that of Kafka, in which repeats
 *     are allowed
 */
public record SoakSummary(
        SoakBroker broker,
        long sent,
        long resent,
        Duration wallTime,
        long kafkaRepeats,
        long dropped,
        int restarts,
        List<InjectedFault> faults,
        GrowthTable growth,
        List<StoreAccount> accounts) {

    /**
     * Whether all stores contain all expected readings, and the SQL tables and the Parquet lake
     * contain each reading only once.
     */
    public boolean isClean() {
        StoreAccount kafka = accounts.get(0);
        return kafka.lost() == 0
                && kafka.unexpected() == 0
                && accounts.stream().skip(1).allMatch(StoreAccount::isExact);
    }

    /** Formats the summary as lines of text. */
    public String render() {
        StringBuilder out = new StringBuilder();
        line(out, "Broker: " + broker.label());
        line(out, "");
        line(
                out,
                "Faults, with the seconds until a reading reached Kafka, until a reading sent after"
                        + " the fault");
        line(out, "reached Kafka, and until job fuel completed a checkpoint");
        faults.forEach(fault -> line(out, "  " + timeline(fault)));
        line(out, "");
        line(out, "Recovery, s                      flow        caught up         job fuel");
        line(out, "                   faults    p50    max     p50    max     p50    max");
        for (Fault fault : Fault.values()) {
            List<InjectedFault> of = faults.stream().filter(i -> i.fault() == fault).toList();
            if (!of.isEmpty()) {
                line(out, recovery(broker.labelOf(fault), of));
            }
        }
        if (!faults.isEmpty()) {
            line(out, recovery("all", faults));
        }
        line(out, "");
        line(
                out,
                format(
                        "Readings sent: %,d in %d s; sent again: %,d",
                        sent, wallTime.toSeconds(), resent));
        line(
                out,
                format(
                        "Repeats: dropped by ingest %,d; in Kafka, where consumers drop them, %,d",
                        dropped, kafkaRepeats));
        line(out, format("Processes started again: %d", restarts));
        line(out, "");
        growth.lines().forEach(text -> line(out, text));
        line(out, "");
        line(out, "Store                    expected       lost    doubled  unexpected");
        for (int i = 0; i < accounts.size(); i++) {
            line(out, account(accounts.get(i), i == 0));
        }
        return out.toString();
    }

    private String timeline(InjectedFault fault) {
        return format(
                "%3d:%02d  #%-3d %-20s %s %s %s",
                fault.at().toMinutes(),
                fault.at().toSecondsPart(),
                fault.number(),
                broker.labelOf(fault.fault()),
                seconds(fault.flowMs()),
                seconds(fault.caughtUpMs()),
                seconds(fault.analyticsMs()));
    }

    private static String recovery(String name, List<InjectedFault> faults) {
        return format("  %-18s %4d", name, faults.size())
                + medianAndMax(faults, InjectedFault::flowMs)
                + medianAndMax(faults, InjectedFault::caughtUpMs)
                + medianAndMax(faults, InjectedFault::analyticsMs);
    }

    private static String medianAndMax(
            List<InjectedFault> faults, Function<InjectedFault, OptionalLong> of) {
        long[] sorted =
                faults.stream()
                        .map(of)
                        .filter(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong)
                        .sorted()
                        .toArray();
        OptionalLong median =
                sorted.length == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(sorted[(sorted.length - 1) / 2]);
        return "  " + seconds(median) + " " + seconds(Arrays.stream(sorted).max());
    }

    private static String account(StoreAccount account, boolean repeatsAllowed) {
        String doubled = repeatsAllowed ? "-" : format("%,d", account.doubled());
        StringBuilder text =
                new StringBuilder(
                        format(
                                "%-22s %,10d %,10d %10s %,11d",
                                account.store(),
                                account.expected(),
                                account.lost(),
                                doubled,
                                account.unexpected()));
        boolean showExamples =
                account.lost() > 0
                        || account.unexpected() > 0
                        || !repeatsAllowed && account.doubled() > 0;
        if (showExamples) {
            account.examples().forEach(example -> text.append("\n    ").append(example));
        }
        return text.toString();
    }

    private static String seconds(OptionalLong ms) {
        return ms.isPresent() ? format("%6.1f", ms.getAsLong() / 1_000.0) : "     -";
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append(System.lineSeparator());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
