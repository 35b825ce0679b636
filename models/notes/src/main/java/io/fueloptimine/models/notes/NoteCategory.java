package io.fueloptimine.models.notes;

/** What a note is about. */
public enum NoteCategory {
    /** A road nobody can use. */
    ROAD_CLOSED,
    /** A road that can be used again. */
    ROAD_OPEN,
    /** Smoke, fire, the smell of burning. */
    FIRE,
    /** Engine or oil trouble that a person reported. */
    ENGINE_TROUBLE,
    /** Rain, mud, water: roads that roll heavier than dry ones. */
    WET_ROAD,
    /** Holes and stones: a road for the grader. */
    BAD_ROAD,
    /** Fog, wind, snow, ice, storm. */
    WEATHER,
    /** Nothing that anybody needs to act on. */
    NOTHING
}
