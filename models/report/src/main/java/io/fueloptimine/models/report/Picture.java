package io.fueloptimine.models.report;

/**
 * One picture of a report.
 *
 * @param path the path of the SVG file relative to the report: letters, digits, dashes, slashes
 * @param description the alternative text for readers who cannot see the picture
 * @param caption explains how to read the picture
 * @param svg the picture as SVG
 */
public record Picture(String path, String description, String caption, String svg) {

    /**
     * A picture in the folder {@code pictures} beside the report.
     *
     * @param name the file name without extension: letters, digits, dashes
     */
    public static Picture named(String name, String description, String caption, String svg) {
        return new Picture("pictures/" + name + ".svg", description, caption, svg);
    }
}
