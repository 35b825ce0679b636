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
    /** Holes, stones, mud: a road for the grader. */
    BAD_ROAD,
    /** Rain, snow, fog, wind, ice. */
    WEATHER,
    /** Nothing that anybody needs to act on. */
    NOTHING
}
