package io.fueloptimine.models.dispatch.idle;

import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Advises which waiting trucks of one mine should switch their engines off ({@link ShutdownRules}),
 * with its knowledge in memory. Not thread-safe.
 */
public final class ShutdownAdvisor {

    private final ShutdownRules rules;
    private final ShutdownSettings settings;
    private final Map<String, TruckWait> waits = new TreeMap<>();
    private WaitTimes times = WaitTimes.none();

    public ShutdownAdvisor(MineSite mine, ShutdownSettings settings) {
        this.rules = new ShutdownRules(mine, settings);
        this.settings = settings;
    }

    /** Reads a change of state of a truck; other readings are ignored. */
    public void accept(Reading reading) {
        if (!rules.concerns(reading)) {
            return;
        }
        TruckWait before = waits.get(reading.machineId());
        TruckWait after = rules.after(before, reading);
        waits.put(reading.machineId(), after);
        ShutdownRules.endedS(before, after)
                .ifPresent(
                        seconds ->
                                times =
                                        times.with(
                                                before.reason(), seconds, settings.knownWaits()));
    }

    /** The advice that is due at a time; each wait is advised once. */
    public List<ShutdownAdvice> due(Instant now) {
        List<ShutdownAdvice> due = new ArrayList<>();
        for (Map.Entry<String, TruckWait> entry : waits.entrySet()) {
            Optional<ShutdownAdvice> advice =
                    rules.due(entry.getKey(), entry.getValue(), times, now);
            if (advice.isPresent()) {
                due.add(advice.get());
                entry.setValue(entry.getValue().advised(advice.get()));
            }
        }
        return due;
    }
}
