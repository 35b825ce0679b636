/**
 * Scores: what each window should have burnt, by the registry's champion, else by physics, and by
 * its challenger. Begin at {@link io.fueloptimine.operators.score.ScoreWindows}.
 */
package io.fueloptimine.operators.score;
