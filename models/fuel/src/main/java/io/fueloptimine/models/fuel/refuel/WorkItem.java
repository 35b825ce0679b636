package io.fueloptimine.models.fuel.refuel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of work that determine the litres of a truck. Amounts are additive over time, and the
 * litres increase with each amount.
 *
 * <p>The time between two cycles is divided into several items, because its meaning depends on the
 * length of the gap. Fleet management systems lose the cycle that is under way at a shift change.
 * The first two hours of a gap therefore contain a haul without a record; in longer gaps the engine
 * idles and is then switched off.
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

    /** The first half hour of each stop on the way, h; the engine idles. */
    SHORT_STOP_H,

    /** The part of each stop on the way beyond half an hour, h. */
    LONG_STOP_H,

    /** The first hour of each gap between cycles, h. */
    UNSEEN_FIRST_H,

    /** The second hour of each gap between cycles, h. */
    UNSEEN_SECOND_H,

    /** The third and fourth hour of each gap between cycles, h. */
    UNSEEN_THIRD_FOURTH_H,

    /** The part of each gap between cycles beyond four hours, h. */
    UNSEEN_LATER_H,

    /**
     * The length of an unrecorded haul between two cycles, km; it is assumed to be the mean of the
     * lengths of the two cycles.
     */
    UNSEEN_HAUL_KM;

    /** The column names of all items, in order. */
    public static final List<String> COLUMNS =
            Arrays.stream(values()).map(WorkItem::column).toList();

    /** The column name of this item. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
