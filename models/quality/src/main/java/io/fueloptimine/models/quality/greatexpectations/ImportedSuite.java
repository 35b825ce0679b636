package io.fueloptimine.models.quality.greatexpectations;

import java.util.List;

/**
 * A suite of Great Expectations in our words.
 *
 * @param yaml the suite file; empty when nothing could be taken over
 * @param rules how many expectations were taken over
 * @param notTaken each expectation that was not, and why
 * @param remarks what was taken over but means something else on a stream
 */
public record ImportedSuite(String yaml, int rules, List<String> notTaken, List<String> remarks) {

    public ImportedSuite {
        notTaken = List.copyOf(notTaken);
        remarks = List.copyOf(remarks);
    }
}
