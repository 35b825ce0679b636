package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * What is known of a file of the lake, which never changes.
 *
 * @param name the file's name; in a snapshot its path below the snapshot's folder
 * @param rows the number of rows
 * @param bytes the size
 * @param sha256 SHA-256 of the content, hexadecimal
 */
public record LakeFile(String name, long rows, long bytes, String sha256) {

    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * Reads a file.
     *
     * @throws IOException naming the file if it is not a complete Parquet file
     */
    static LakeFile of(Path file) throws IOException {
        return new LakeFile(
                file.getFileName().toString(), rows(file), Files.size(file), sha256(file));
    }

    LakeFile named(String newName) {
        return new LakeFile(newName, rows, bytes, sha256);
    }

    /** The number of rows according to the end of the file. */
    static long rows(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getRecordCount();
        } catch (IOException | RuntimeException e) {
            throw new IOException("cannot read " + file + ", expected a complete Parquet file", e);
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (bytes.read(buffer) >= 0) {
                // The digest sees the bytes.
            }
        } catch (IOException e) {
            throw new IOException("cannot read " + file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
