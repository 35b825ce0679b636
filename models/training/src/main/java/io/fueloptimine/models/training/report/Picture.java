package io.fueloptimine.models.training.report;

/**
 * One picture of a report.
 *
 * @param name its file's name without ending: letters, digits, dashes
 * @param shows what it shows, for those who cannot see it
 * @param caption how it is to be read
 * @param svg the picture
 */
record Picture(String name, String shows, String caption, String svg) {

    static final String DIRECTORY = "pictures";

    /** Where it stands, seen from the report. */
    String path() {
        return DIRECTORY + "/" + name + ".svg";
    }
}
