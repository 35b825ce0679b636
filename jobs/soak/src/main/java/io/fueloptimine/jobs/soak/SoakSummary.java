package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What came of a soak.
 *
 * @param broker the MQTT broker of the run
 * @param sent readings that the broker acknowledged, the closing ones included
 * @param resent readings handed to the broker again, because no acknowledgement came
 * @param wallTime how long the load and its faults lasted
 * @param kafkaRepeats valid readings that stand in Kafka again, dropped by whoever reads them
 * @param dropped repeats that ingest dropped before Kafka
 * @param restarts processes started again
 * @param injuries the faults, in order
 * @param accounts what each place holds; repeats are allowed in the first, Kafka
 */
public record SoakSummary(
        SoakBroker broker,
        long sent,
        long resent,
        Duration wallTime,
        long kafkaRepeats,
        long dropped,
        int restarts,
        List<InjectedFault> injuries,
        List<StoreAccount> accounts) {

    /** Whether nothing is lost anywhere and nothing doubled where it counts. */
    public boolean isClean() {
        StoreAccount kafka = accounts.get(0);
        return kafka.lost() == 0
                && kafka.unexpected() == 0
                && accounts.stream().skip(1).allMatch(StoreAccount::isExact);
    }

    /** The whole report, lines of text. */
    public String render() {
        StringBuilder out = new StringBuilder();
        line(out, "Broker: " + broker.label());
        line(out, "");
        line(
                out,
                "Timeline: seconds until readings flowed into Kafka again, until one that was"
                        + " sent");
        line(out, "after the fault stood there, until analytics had completed another checkpoint");
        injuries.forEach(injury -> line(out, "  " + timeline(injury)));
        line(out, "");
        line(out, "Recovery, s                flow again        caught up        analytics");
        line(out, "                   faults    p50    max     p50    max     p50    max");
        for (Fault fault : Fault.values()) {
            List<InjectedFault> of = injuries.stream().filter(i -> i.fault() == fault).toList();
            if (!of.isEmpty()) {
                line(out, recovery(broker.labelOf(fault), of));
            }
        }
        if (!injuries.isEmpty()) {
            line(out, recovery("all", injuries));
        }
        line(out, "");
        line(
                out,
                format(
                        "Readings sent %,d in %d s, %,d of them more than once",
                        sent, wallTime.toSeconds(), resent));
        line(
                out,
                format(
                        "Repeats dropped by ingest %,d; in Kafka, dropped by its readers %,d",
                        dropped, kafkaRepeats));
        line(out, format("Processes started again %d", restarts));
        line(out, "");
        line(out, "Place                    expected       lost    doubled  unexpected");
        for (int i = 0; i < accounts.size(); i++) {
            line(out, account(accounts.get(i), i == 0));
        }
        return out.toString();
    }

    private String timeline(InjectedFault injury) {
        return format(
                "%3d:%02d  #%-3d %-20s %s %s %s",
                injury.at().toMinutes(),
                injury.at().toSecondsPart(),
                injury.number(),
                broker.labelOf(injury.fault()),
                seconds(injury.flowMs()),
                seconds(injury.caughtUpMs()),
                seconds(injury.analyticsMs()));
    }

    private static String recovery(String name, List<InjectedFault> injuries) {
        return format("  %-18s %4d", name, injuries.size())
                + medianAndMax(injuries, InjectedFault::flowMs)
                + medianAndMax(injuries, InjectedFault::caughtUpMs)
                + medianAndMax(injuries, InjectedFault::analyticsMs);
    }

    private static String medianAndMax(
            List<InjectedFault> injuries, Function<InjectedFault, OptionalLong> of) {
        long[] sorted =
                injuries.stream()
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
                                account.place(),
                                account.expected(),
                                account.lost(),
                                doubled,
                                account.unexpected()));
        boolean tellExamples =
                account.lost() > 0
                        || account.unexpected() > 0
                        || !repeatsAllowed && account.doubled() > 0;
        if (tellExamples) {
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
