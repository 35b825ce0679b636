package io.fueloptimine.jobs.backfill.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    /** A record with a time. */
    record Note(Instant at, String text) {}

    @TempDir Path folder;

    private Spool<Note> spool() {
        return new Spool<>(folder, Note.class, Note::at, Comparator.comparing(Note::text));
    }

    @Test
    void readsRecordsOfSeveralWritersInOrderOfTime() {
        try (SpoolWriter<Note> first = spool().writer();
                SpoolWriter<Note> second = spool().writer()) {
            first.add(note(7_200, "d"));
            second.add(note(5, "b"));
            first.add(note(5, "a"));
            second.add(note(650, "c"));
        }

        assertThat(texts(0)).containsExactly("a", "b", "c", "d");
        assertThat(texts(3)).containsExactly("d");
        assertThat(spool().count()).isEqualTo(4);
    }

    @Test
    void aRecordThatIsWrittenAgainAfterARestartIsReadOnce() {
        for (int run = 0; run < 2; run++) {
            try (SpoolWriter<Note> writer = spool().writer()) {
                writer.add(note(1, "a"));
                writer.add(note(1 + run, "b" + run));
            }
        }

        assertThat(texts(0)).containsExactly("a", "b0", "b1");
    }

    @Test
    void aFileThatWasNotFinishedIsNotRead() throws IOException {
        try (SpoolWriter<Note> writer = spool().writer()) {
            writer.add(note(1, "a"));
        }
        Path span;
        try (var spans = Files.list(folder)) {
            span = spans.findFirst().orElseThrow();
        }
        Files.writeString(span.resolve("1-x.ndjson.gz.unfinished"), "half");

        assertThat(texts(0)).containsExactly("a");
    }

    private List<String> texts(long skipped) {
        List<String> texts = new ArrayList<>();
        spool().read(skipped).forEachRemaining(note -> texts.add(note.text()));
        return texts;
    }

    private static Note note(long second, String text) {
        return new Note(Instant.ofEpochSecond(second), text);
    }
}
