package io.fueloptimine.models.fuel.refuel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a truck's litres are put down to: amounts that add up over time, each of which can only cost
 * diesel, never give any back.
 *
 * <p>Time that no cycle tells of is cut by how long it lasts: fleet systems lose the cycle that is
 * under way when the shift changes, so the first two hours hide a haul, and what is longer is
 * idling, then an engine that is off.
 */
public enum WorkItem {
    /** Driving loaded, h. */
    LOADED_H,

    /** Driving empty, h. */
    EMPTY_H,

    /** Queueing, spotting, being loaded and dumping, h. */
    AT_LOADER_OR_DUMP_H,

    /** Payload times the net climb from loading place to dump, 1,000 t km; 0 downhill. */
    CLIMB_KTKM,

    /** Payload times distance driven loaded, 1,000 t km. */
    LOADED_KTKM,

    /** Distance driven empty, km. */
    EMPTY_KM,

    /** Of each stop on the way, the first half hour, h: the engine idles. */
    SHORT_STOP_H,

    /** Of each stop on the way, what is longer than half an hour, h. */
    LONG_STOP_H,

    /** Of each time between cycles, the first hour, h. */
    UNSEEN_FIRST_H,

    /** Of each time between cycles, the second hour, h. */
    UNSEEN_SECOND_H,

    /** Of each time between cycles, the third and fourth hour, h. */
    UNSEEN_THIRD_FOURTH_H,

    /** Of each time between cycles, what is longer than four hours, h. */
    UNSEEN_LATER_H,

    /**
     * The way of the haul that is hidden between two cycles, taken to be as long as the mean of
     * theirs, km.
     */
    UNSEEN_HAUL_KM;

    /** The names as columns, in order. */
    public static final List<String> COLUMNS =
            Arrays.stream(values()).map(WorkItem::column).toList();

    /** Its name as a column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
