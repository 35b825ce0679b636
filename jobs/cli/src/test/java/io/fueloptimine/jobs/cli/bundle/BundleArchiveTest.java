package io.fueloptimine.jobs.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleArchiveTest {

    @TempDir Path folder;

    private Path archive;
    private List<BundleFile> files;

    @BeforeEach
    void writeFiles() throws IOException {
        archive = folder.resolve("bundle.tar.gz");
        Path text = Files.writeString(folder.resolve("text"), "abc");
        Path program = Files.writeString(folder.resolve("program"), "");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        files =
                List.of(
                        new BundleFile("b/program", program),
                        new BundleFile("a/" + "long-".repeat(60) + "ñ.txt", text));
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        new BundleArchive("top").write(files, archive);
        Files.setLastModifiedTime(files.get(0).source(), FileTime.fromMillis(1));
        Path again = folder.resolve("again.tar.gz");
        List<BundleFile> otherOrder = new ArrayList<>(files);
        Collections.reverse(otherOrder);
        new BundleArchive("top").write(otherOrder, again);

        assertThat(again).hasSameBinaryContentAs(archive);
    }

    @Test
    void programsAreExecutableAndEachFileHasItsSum() throws IOException {
        new BundleArchive("top").write(files, archive);

        Map<String, Integer> modes = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new GzipCompressorInputStream(Files.newInputStream(archive)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                modes.put(entry.getName(), entry.getMode() & 0777);
                texts.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String text = "top/a/" + "long-".repeat(60) + "ñ.txt";
        assertThat(modes)
                .isEqualTo(Map.of("top/b/program", 0755, text, 0644, "top/SHA256SUMS", 0644));
        assertThat(texts.get(text)).isEqualTo("abc");
        assertThat(texts.get("top/SHA256SUMS").lines())
                .containsExactly(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  "
                                + text.substring("top/".length()),
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  "
                                + "b/program");
    }

    @Test
    void aFailedWriteLeavesNoArchive() throws IOException {
        List<BundleFile> missing = List.of(new BundleFile("x", folder.resolve("missing")));

        assertThatThrownBy(() -> new BundleArchive("top").write(missing, archive))
                .isInstanceOf(NoSuchFileException.class);
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("text", "program");
        }
    }
}
