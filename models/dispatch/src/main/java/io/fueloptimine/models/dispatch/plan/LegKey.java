package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.dispatch.PlannedFlow;

/** Text keys under which the trips of one class on one leg are counted. */
public final class LegKey {

    private static final String LOADED = "|loaded|";
    private static final String EMPTY = "|empty|";

    private LegKey() {}

    public static String of(PlannedFlow flow) {
        return of(flow.equipmentClass(), flow.loaded(), flow.fromLocationId(), flow.toLocationId());
    }

    public static String of(String className, boolean loaded, String from, String to) {
        return className + (loaded ? LOADED : EMPTY) + from + "|" + to;
    }

    public static boolean leadsTo(String key, boolean loaded, String to) {
        return key.contains(loaded ? LOADED : EMPTY) && key.endsWith("|" + to);
    }

    public static boolean isOf(String key, String className) {
        return key.startsWith(className + "|");
    }
}
