package io.fueloptimine.models.training.report;

/**
 * A section of a report with given text.
 *
 * @param title the heading, plain text
 * @param markdown the text: CommonMark with tables; HTML in it is shown as text
 */
public record Section(String title, String markdown) {}
