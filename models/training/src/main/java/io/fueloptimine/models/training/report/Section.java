package io.fueloptimine.models.training.report;

/**
 * A part of a report that was written elsewhere.
 *
 * @param title its heading, plain text
 * @param markdown its text: CommonMark with tables; HTML in it is shown as text
 */
public record Section(String title, String markdown) {}
