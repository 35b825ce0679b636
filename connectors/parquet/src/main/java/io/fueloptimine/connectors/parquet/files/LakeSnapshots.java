package io.fueloptimine.connectors.parquet.files;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshots of a lake. A snapshot is a folder with the tables of the lake, which any program
 * can read as it reads the lake. Its files are hard links, which need no space of their own as long
 * as the lake has the files too; where the file system has no hard links, they are copies.
 */
public final class LakeSnapshots {

    private static final String FILE = "_snapshot.json";
    private static final int ID_DIGITS = 16;

    private final LakeLayout lake;

    public LakeSnapshots(LakeLayout lake) {
        this.lake = lake;
    }

    /**
     * Takes a snapshot. If there is one of the same files, that one is returned.
     *
     * @param from the tables to include, each with its first day; files whose folder is not a day
     *     are included, as {@code LakeReader} reads them
     * @param spanHours recorded in the snapshot; 0 for none
     * @throws IOException if a file cannot be read or the lake cannot be written
     */
    public LakeSnapshot take(Map<String, LocalDate> from, long spanHours, Instant now)
            throws IOException {
        try (LakeLock held = LakeLock.of(lake)) {
            Path fresh = lake.snapshots().resolve("new");
            if (Files.exists(fresh)) {
                DurableFiles.removeFolder(fresh);
            }
            Files.createDirectories(fresh);
            List<LakeFile> files = link(from, fresh);
            LakeSnapshot snapshot = new LakeSnapshot(id(files, spanHours), now, spanHours, files);
            Path folder = folder(snapshot.id());
            if (Files.exists(folder)) {
                DurableFiles.removeFolder(fresh);
                return read(folder);
            }
            DurableFiles.replace(fresh.resolve(FILE), MineJson.toBytes(snapshot));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.force(lake.snapshots());
            return snapshot;
        }
    }

    /** The folder of a snapshot, which has the tables of a lake. */
    public Path folder(String id) {
        return lake.snapshots().resolve(id);
    }

    /** All snapshots, in order of their ids. */
    public List<LakeSnapshot> all() throws IOException {
        List<LakeSnapshot> all = new ArrayList<>();
        for (Path folder : LakeLayout.folders(lake.snapshots()).toList()) {
            if (folder.getFileName().toString().matches(LakeSnapshot.ID)) {
                all.add(read(folder));
            }
        }
        return all;
    }

    /**
     * Compares the files of a snapshot with their checksums.
     *
     * @throws InvalidInputException if there is no such snapshot, or a file has changed
     */
    public LakeSnapshot verified(String id) throws IOException {
        LakeSnapshot snapshot = find(id);
        List<String> faults = new ArrayList<>();
        for (LakeFile file : snapshot.files()) {
            Optional<String> fault = LakeVerification.fault(file, folder(id).resolve(file.name()));
            fault.ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return snapshot;
    }

    /**
     * Removes a snapshot. Its files are removed unless the lake or another snapshot has them.
     *
     * @throws InvalidInputException if there is no such snapshot
     */
    public LakeSnapshot release(String id) throws IOException {
        try (LakeLock held = LakeLock.of(lake)) {
            LakeSnapshot snapshot = find(id);
            DurableFiles.removeFolder(folder(id));
            return snapshot;
        }
    }

    private LakeSnapshot find(String id) throws IOException {
        if (!id.matches(LakeSnapshot.ID) || !Files.isDirectory(folder(id))) {
            throw new InvalidInputException(
                    "snapshot '"
                            + id
                            + "' is not in the lake "
                            + lake.root()
                            + ", expected one of "
                            + all().stream().map(LakeSnapshot::id).toList());
        }
        return read(folder(id));
    }

    private static LakeSnapshot read(Path folder) throws IOException {
        return StoredJson.read(folder.resolve(FILE), LakeSnapshot.class);
    }

    private List<LakeFile> link(Map<String, LocalDate> from, Path fresh) throws IOException {
        List<LakeFile> files = new ArrayList<>();
        Map<Path, Map<String, LakeFile>> manifests = new HashMap<>();
        for (String table : LakeLayout.TABLES) {
            LocalDate first = from.get(table);
            for (Path file : first == null ? List.<Path>of() : lake.files(table)) {
                Path folder = file.getParent();
                if (new LakePartition(table, folder).day().filter(first::isAfter).isEmpty()) {
                    if (!manifests.containsKey(folder)) {
                        manifests.put(folder, PartitionManifest.read(folder).byName());
                    }
                    String path = lake.root().relativize(file).toString();
                    Path link = fresh.resolve(path);
                    Files.createDirectories(link.getParent());
                    DurableFiles.link(file, link);
                    LakeFile known = manifests.get(folder).get(file.getFileName().toString());
                    files.add((known == null ? LakeFile.of(link) : known).named(path));
                }
            }
        }
        return files;
    }

    private static String id(List<LakeFile> files, long spanHours) {
        MessageDigest digest = LakeFile.digest();
        digest.update((spanHours + "\n").getBytes(StandardCharsets.UTF_8));
        for (LakeFile file : files) {
            String line = file.name() + " " + file.bytes() + " " + file.sha256() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    }
}
