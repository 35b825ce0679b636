package io.fueloptimine.models.training.report;

/**
 * One picture of a report.
 *
 * @param name the file name without extension: letters, digits, dashes
 * @param description the alternative text for readers who cannot see the picture
 * @param caption explains how to read the picture
 * @param svg the picture as SVG
 */
record Picture(String name, String description, String caption, String svg) {

    static final String DIRECTORY = "pictures";

    /** The path of the file, relative to the report. */
    String path() {
        return DIRECTORY + "/" + name + ".svg";
    }
}
