package io.fueloptimine.models.mine;

/**
 * What somebody wrote about a machine, a road or the weather.
 *
 * @param author who wrote it
 * @param text the words, Spanish or English
 */
public record Note(String author, String text) {}
