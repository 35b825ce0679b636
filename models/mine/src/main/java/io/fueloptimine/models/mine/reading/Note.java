package io.fueloptimine.models.mine.reading;

/**
 * A free-text note about a machine, a road or the weather.
 *
 * @param author the author
 * @param text the text, Spanish or English
 */
public record Note(String author, String text) {}
