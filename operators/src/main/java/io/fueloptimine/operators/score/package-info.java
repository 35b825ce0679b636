/**
 * Scores fuel windows: computes the litres that the registry's champion, or physics if there is no
 * champion, expects, and the litres that the challenger expects. Begin with {@link
 * io.fueloptimine.operators.score.ScoreWindows}.
 */
package io.fueloptimine.operators.score;
