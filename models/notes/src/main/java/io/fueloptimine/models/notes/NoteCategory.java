package io.fueloptimine.models.notes;

/** The category of a note. */
public enum NoteCategory {
    /** A road that is closed. */
    ROAD_CLOSED,
    /** A road that is open again. */
    ROAD_OPEN,
    /** Fire, smoke or a smell of burning. */
    FIRE,
    /** Engine or oil trouble. */
    ENGINE_TROUBLE,
    /** Rain, mud or water on a road, which increase the rolling resistance. */
    WET_ROAD,
    /** Holes or stones on a road, which needs grading. */
    BAD_ROAD,
    /** Fog, wind, snow, ice or storm. */
    WEATHER,
    /** Nothing that needs action. */
    NOTHING
}
