package io.fueloptimine.models.training.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The first line of a journal. It identifies the search to which the trials belong.
 *
 * @param journalFormat the version of the format of the lines
 * @param study the settings that determine the trials' parameters
 */
record JournalHeader(int journalFormat, StudySettings study) {

    private static final int FORMAT = 1;
    private static final String NONE = "none";

    JournalHeader {
        Objects.requireNonNull(study, "study");
    }

    static JournalHeader of(StudySettings study) {
        return new JournalHeader(FORMAT, study);
    }

    /** Describes the first difference from the expected header; empty when there is none. */
    Optional<String> difference(JournalHeader expected) {
        Map<String, Object> found = facts();
        Map<String, Object> wanted = expected.facts();
        Set<String> names = new LinkedHashSet<>(wanted.keySet());
        names.addAll(found.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(found.get(name), wanted.get(name)))
                .map(name -> difference(name, found, wanted))
                .findFirst();
    }

    private static String difference(
            String name, Map<String, Object> found, Map<String, Object> wanted) {
        return String.format(
                Locale.ROOT,
                "%s is %s, expected %s",
                name,
                found.getOrDefault(name, NONE),
                wanted.getOrDefault(name, NONE));
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", journalFormat);
        facts.put("name", study.name());
        facts.put("seed", study.seed());
        List<SearchParameter> parameters = study.space().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            facts.put("parameter " + (i + 1), parameters.get(i));
        }
        facts.put("sampler", study.sampler());
        facts.put("pruner", study.pruner());
        return facts;
    }
}
