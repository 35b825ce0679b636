package io.fueloptimine.models.dispatch.idle;

import io.fueloptimine.models.mine.reading.StopReason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long trucks waited lately, by reason. Immutable.
 *
 * @param seconds the newest waits of each reason, s, in the order in which they ended
 */
public record WaitTimes(Map<StopReason, List<Double>> seconds) implements Serializable {

    /** Waits without which nothing is known of a reason. */
    private static final int LEAST = 5;

    public WaitTimes {
        Map<StopReason, List<Double>> copy = new EnumMap<>(StopReason.class);
        seconds.forEach((reason, waits) -> copy.put(reason, List.copyOf(waits)));
        seconds = copy;
    }

    /** No waits yet. */
    public static WaitTimes none() {
        return new WaitTimes(Map.of());
    }

    /**
     * A copy with one more wait.
     *
     * @param most number of waits that are kept per reason
     */
    public WaitTimes with(StopReason reason, double waitS, int most) {
        List<Double> longer = new ArrayList<>(seconds.getOrDefault(reason, List.of()));
        longer.add(waitS);
        Map<StopReason, List<Double>> next = new EnumMap<>(StopReason.class);
        next.putAll(seconds);
        next.put(reason, longer.subList(Math.max(0, longer.size() - most), longer.size()));
        return new WaitTimes(next);
    }

    /**
     * Mean rest of the waits that lasted longer than the given time, s; 0 when fewer than five such
     * waits are known.
     */
    public double expectedRestS(StopReason reason, double waitedS) {
        List<Double> longer =
                seconds.getOrDefault(reason, List.of()).stream()
                        .filter(wait -> wait > waitedS)
                        .toList();
        return longer.size() < LEAST
                ? 0
                : longer.stream().mapToDouble(wait -> wait - waitedS).average().orElse(0);
    }
}
