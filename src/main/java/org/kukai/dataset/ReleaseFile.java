package org.kukai.dataset;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One file of a release, without its bytes: those are in the {@link ReleaseStore}. */
@Entity
public class ReleaseFile extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    UUID releaseId;
    public String path;

    /** Whether this is the zip of all the others. */
    boolean archive;

    public @Nullable Long rowCount;
    public long bytes;

    /** 64 hexadecimal digits. */
    public String sha256;

    /** For Hibernate. */
    protected ReleaseFile() {}

    static ReleaseFile keep(Release release, Manifest.FileEntry entry, boolean archive) {
        ReleaseFile file = new ReleaseFile();
        file.releaseId = release.id;
        file.path = entry.path();
        file.archive = archive;
        file.rowCount = entry.rows().orElse(null);
        file.bytes = entry.bytes();
        file.sha256 = entry.sha256();
        file.persistAndFlush();
        return file;
    }

    /** The files of a release in the order in which they were written, without the zip. */
    public static List<ReleaseFile> of(Release release) {
        return list("releaseId = ?1 and archive = false order by id", release.id);
    }

    public static Optional<ReleaseFile> find(UUID releaseId, String path) {
        return find("releaseId = ?1 and path = ?2 and archive = false", releaseId, path)
                .firstResultOptional();
    }

    /** The zip of all files. */
    public static Optional<ReleaseFile> findZip(UUID releaseId) {
        return find("releaseId = ?1 and archive = true", releaseId).firstResultOptional();
    }
}
