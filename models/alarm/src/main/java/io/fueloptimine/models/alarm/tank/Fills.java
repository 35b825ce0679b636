package io.fueloptimine.models.alarm.tank;

import java.util.ArrayList;
import java.util.List;

/**
 * The recent refuellings of a machine. Messages of fuel bays wait for the level to show the
 * refuelling; a message that comes after the level joins the refuelling. Immutable.
 *
 * @param known the latest refuellings, oldest first
 * @param waiting messages of fuel bays that match none of them yet
 */
public record Fills(List<KnownFill> known, List<BayFill> waiting) {

    /** No refuellings. */
    public static final Fills NONE = new Fills(List.of(), List.of());

    private static final int MAX_KNOWN = 8;
    private static final int MAX_WAITING = 20;

    /**
     * The refuellings after a change.
     *
     * @param fills all of them
     * @param changed the refuelling that is new or has changed; null when none has
     */
    record Change(Fills fills, KnownFill changed) {}

    /** Adds a refuelling that the level shows, and the messages that wait for it. */
    Change with(KnownFill byLevel) {
        KnownFill fill = byLevel;
        List<KnownFill> others = new ArrayList<>(known);
        List<BayFill> left = new ArrayList<>();
        for (BayFill bay : waiting) {
            if (fill.matches(bay)) {
                fill = fill.with(bay);
            } else {
                left.add(bay);
            }
        }
        KnownFill byBay = matchingBay(byLevel);
        if (byBay != null) {
            others.remove(byBay);
            fill = joined(fill, byBay);
        }
        others.add(fill);
        return new Change(new Fills(latest(others, MAX_KNOWN), left), fill);
    }

    /** Adds a message of a fuel bay; a repeat of a message changes nothing. */
    Change with(BayFill bay) {
        for (KnownFill fill : known) {
            if (fill.has(bay)) {
                return new Change(this, null);
            }
        }
        for (KnownFill fill : known) {
            if (fill.matches(bay)) {
                KnownFill with = fill.with(bay);
                List<KnownFill> next = new ArrayList<>(known);
                next.set(known.indexOf(fill), with);
                return new Change(new Fills(next, waiting), with);
            }
        }
        if (waiting.contains(bay)) {
            return new Change(this, null);
        }
        List<BayFill> more = new ArrayList<>(waiting);
        more.add(bay);
        return new Change(new Fills(known, latest(more, MAX_WAITING)), null);
    }

    /** Turns the oldest message that has waited until after a time into a refuelling of its own. */
    Change waitedUntil(long endMs) {
        for (BayFill bay : waiting) {
            if (bay.endMs() < endMs) {
                List<BayFill> left = new ArrayList<>(waiting);
                left.remove(bay);
                KnownFill fill = KnownFill.of(bay);
                List<KnownFill> next = new ArrayList<>(known);
                next.add(fill);
                return new Change(new Fills(latest(next, MAX_KNOWN), left), fill);
            }
        }
        return new Change(this, null);
    }

    private KnownFill matchingBay(KnownFill byLevel) {
        return known.stream()
                .filter(fill -> fill.levelL() == null)
                .filter(fill -> byLevel.matches(fill.bays().get(0)))
                .findFirst()
                .orElse(null);
    }

    private static KnownFill joined(KnownFill byLevel, KnownFill byBay) {
        List<BayFill> bays = new ArrayList<>(byBay.bays());
        bays.addAll(byLevel.bays());
        return new KnownFill(
                byBay.idMs(),
                byLevel.startMs(),
                byLevel.endMs(),
                byLevel.levelL(),
                byLevel.beforePct(),
                byLevel.afterPct(),
                byBay.place(),
                bays);
    }

    private static <T> List<T> latest(List<T> items, int count) {
        return List.copyOf(items.subList(Math.max(0, items.size() - count), items.size()));
    }
}
