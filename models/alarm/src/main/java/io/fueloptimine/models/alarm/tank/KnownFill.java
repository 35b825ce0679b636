package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.consumption.TankEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A refuelling by level, by messages of fuel bays, or by both. Immutable.
 *
 * @param idMs time in the event's id, ms since the epoch; it never changes
 * @param startMs start, ms since the epoch
 * @param endMs end, ms since the epoch
 * @param levelL litres by the level; null when the level does not show the refuelling
 * @param beforePct tank level before, %; null when unknown
 * @param afterPct tank level after, %; null when unknown
 * @param place where the machine stood; null when unknown
 * @param bays the messages of fuel bays
 */
public record KnownFill(
        long idMs,
        long startMs,
        long endMs,
        Double levelL,
        Double beforePct,
        Double afterPct,
        String place,
        List<BayFill> bays) {

    /** Largest difference between the times of level and bay, ms. */
    private static final long TOLERANCE_MS = 10 * 60_000L;

    /** A refuelling that only a fuel bay reports. */
    static KnownFill of(BayFill bay) {
        return new KnownFill(
                bay.startMs(),
                bay.startMs(),
                bay.endMs(),
                null,
                bay.beforePct(),
                bay.afterPct(),
                bay.bayId(),
                List.of(bay));
    }

    /** Whether the message may belong to this refuelling. */
    boolean matches(BayFill bay) {
        return bay.startMs() <= endMs + TOLERANCE_MS && bay.endMs() >= startMs - TOLERANCE_MS;
    }

    /** Whether the message is part of this refuelling already. */
    boolean has(BayFill bay) {
        return bays.stream()
                .anyMatch(
                        known ->
                                known.startMs() == bay.startMs()
                                        && known.bayId().equals(bay.bayId()));
    }

    /** With one more message. */
    KnownFill with(BayFill bay) {
        List<BayFill> more = new ArrayList<>(bays);
        more.add(bay);
        return new KnownFill(
                idMs,
                startMs,
                endMs,
                levelL,
                beforePct == null ? bay.beforePct() : beforePct,
                afterPct == null ? bay.afterPct() : afterPct,
                bay.bayId(),
                more);
    }

    /** Litres by the fuel bays; null without a message. */
    Double bayL() {
        return bays.isEmpty() ? null : bays.stream().mapToDouble(BayFill::litres).sum();
    }

    TankEvent.Source source() {
        if (bays.isEmpty()) {
            return TankEvent.Source.LEVEL;
        }
        return levelL == null ? TankEvent.Source.BAY : TankEvent.Source.BOTH;
    }
}
