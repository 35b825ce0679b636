package io.fueloptimine.jobs.cli.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes files as {@code tar.gz}. The same files give the same bytes: names are sorted, and neither
 * times nor owners of the sources are stored. The last file of the archive is {@value #SUMS}.
 */
final class BundleArchive {

    /** The SHA-256 of each other file, in the format of {@code sha256sum}. */
    static final String SUMS = "SHA256SUMS";

    /** Before 1980 some programs warn of times that cannot be right. */
    private static final Instant TIME = Instant.parse("2000-01-01T00:00:00Z");

    private static final int SUMS_MODE = 0644;

    private final String folder;

    /**
     * @param folder the one folder at the top of the archive
     */
    BundleArchive(String folder) {
        this.folder = folder;
    }

    /**
     * Writes the archive. A failed write leaves no archive.
     *
     * @throws IOException if a file cannot be read or written
     */
    void write(List<BundleFile> files, Path archive) throws IOException {
        Path draft = archive.resolveSibling(archive.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                    TarArchiveOutputStream tar = tar(out)) {
                writeFiles(files, tar);
            }
            Files.move(draft, archive);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void writeFiles(List<BundleFile> files, TarArchiveOutputStream tar) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (BundleFile file :
                files.stream().sorted(Comparator.comparing(BundleFile::name)).toList()) {
            begin(tar, file.name(), Files.size(file.source()), file.mode());
            MessageDigest digest = sha256();
            try (InputStream in =
                    new DigestInputStream(Files.newInputStream(file.source()), digest)) {
                in.transferTo(tar);
            }
            tar.closeArchiveEntry();
            sums.append(HexFormat.of().formatHex(digest.digest()))
                    .append("  ")
                    .append(file.name())
                    .append('\n');
        }
        byte[] text = sums.toString().getBytes(StandardCharsets.UTF_8);
        begin(tar, SUMS, text.length, SUMS_MODE);
        tar.write(text);
        tar.closeArchiveEntry();
    }

    private void begin(TarArchiveOutputStream tar, String name, long bytes, int mode)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(folder + "/" + name);
        entry.setSize(bytes);
        entry.setMode(mode);
        entry.setModTime(TIME.toEpochMilli());
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        tar.putArchiveEntry(entry);
    }

    private static TarArchiveOutputStream tar(OutputStream out) throws IOException {
        GzipParameters parameters = new GzipParameters();
        // Nearly all bytes are those of jars, which are compressed.
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(
                        new GzipCompressorOutputStream(out, parameters),
                        StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        return tar;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
