/**
 * Scoring of fuel windows: expected litres by the registry's champion, else by physics, and by its
 * challenger. Begin at {@link io.fueloptimine.operators.score.ScoreWindows}.
 */
package io.fueloptimine.operators.score;
