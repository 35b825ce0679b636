package io.fueloptimine.models.chart;

/**
 * The colours of all charts. They differ in lightness as well as in hue, so that they can be
 * distinguished in black and white and by colour-blind readers.
 */
final class Colours {

    static final String TEXT = "#1f2933";
    static final String FAINT_TEXT = "#52606d";
    static final String GRID = "#e4e7eb";
    static final String AXIS = "#7b8794";
    static final String DATA = "#1d6fa5";
    static final String BAR = "#7aaed3";
    static final String PALE_BAR = "#d3e2ee";
    static final String LINE = "#c2410c";
    static final String MISSING = "#a3adb8";

    /** The number of steps of the colour ramp. */
    static final int LEVELS = 16;

    private static final int[][] RAMP = {
        {246, 180, 66}, {235, 120, 72}, {196, 66, 108}, {122, 42, 138}, {38, 26, 104}
    };

    /** Colours of groups. */
    private static final String[] GROUPS = {
        "#1d6fa5", "#c2410c", "#2f855a", "#7a2a8a", "#d69e2e", "#0e9aa7", "#b83280", "#5a4a3a"
    };

    private Colours() {}

    /** The colour of a group; the colours repeat from the ninth group on. */
    static String group(int index) {
        return GROUPS[index % GROUPS.length];
    }

    /**
     * The colour of a step of the colour ramp, which goes from light to dark.
     *
     * @param level 0 to {@link #LEVELS} - 1
     */
    static String level(int level) {
        double place = (double) level * (RAMP.length - 1) / (LEVELS - 1);
        int below = Math.min((int) place, RAMP.length - 2);
        StringBuilder colour = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            int from = RAMP[below][channel];
            int to = RAMP[below + 1][channel];
            long mixed = Math.round(from + (place - below) * (to - from));
            colour.append(Character.forDigit((int) mixed / 16, 16));
            colour.append(Character.forDigit((int) mixed % 16, 16));
        }
        return colour.toString();
    }
}
