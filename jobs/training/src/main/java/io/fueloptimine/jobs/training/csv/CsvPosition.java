package io.fueloptimine.jobs.training.csv;

/**
 * The position of a row in a CSV file, for messages.
 *
 * @param file the name of the file
 * @param line the line on which the row begins, from 1
 */
public record CsvPosition(String file, long line) {}
