/**
 * Reports as Markdown and as one HTML page that contains its pictures. {@link
 * io.fueloptimine.models.report.ReportMarkdown} builds the Markdown, {@link
 * io.fueloptimine.models.report.HtmlPage} renders it. Texts from outside are shown as text.
 */
package io.fueloptimine.models.report;
