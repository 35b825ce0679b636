package io.fueloptimine.connectors.parquet.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file of a table that was listed before it is opened. If compaction has replaced it since, it is
 * opened where the replaced files stay.
 *
 * @param lake the lake
 * @param table the name of the table
 * @param file the file as listed
 */
public record ListedFile(LakeLayout lake, String table, Path file) implements InputFile {

    @Override
    public long getLength() throws IOException {
        try {
            return new LocalInputFile(file).getLength();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return replaced(e).getLength();
        }
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        try {
            return new LocalInputFile(file).newStream();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return replaced(e).newStream();
        }
    }

    private InputFile replaced(IOException missing) throws IOException {
        String name = file.getFileName().toString();
        return new ReplacedFiles(lake)
                .find(table, name)
                .map(LocalInputFile::new)
                .orElseThrow(() -> missing);
    }
}
