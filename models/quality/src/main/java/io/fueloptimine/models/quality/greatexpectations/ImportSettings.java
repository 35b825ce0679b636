package io.fueloptimine.models.quality.greatexpectations;

import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.quality.suite.RuleAction;

/**
 * What a suite of Great Expectations does not say.
 *
 * @param stream the stream whose readings are the rows
 * @param action what becomes of readings that break a rule; windows always flag
 * @param windowS the stretch that stands for a batch, s
 */
public record ImportSettings(ReadingStream stream, RuleAction action, int windowS) {}
