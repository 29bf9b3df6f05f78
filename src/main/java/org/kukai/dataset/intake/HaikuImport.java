package org.kukai.dataset.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** What became of a file of candidates. */
@Entity
public class HaikuImport extends PanacheEntityBase {
    /** As many refused rows are kept with their reasons. */
    public static final int REJECTIONS_KEPT = 10_000;

    @Id
    public UUID id;

    public String fileName;

    /** The version of the scorer that judged the texts. */
    public String scorer;

    /** Rows of the file that are not blank. */
    public int rows;

    /** Prompts that were not there before. */
    public int prompts;

    /** Haiku that were not there before. */
    public int added;

    public int duplicates;

    /** Rows, and single texts of rows, that were refused. */
    public int rejected;

    int[] rejectedLines;
    String[] rejectedDetails;
    public Instant createdAt;
    public @Nullable UUID createdBy;

    /** For Hibernate. */
    protected HaikuImport() {}

    static HaikuImport keep(
            UUID id, String fileName, String scorer, ImportCounts counts, @Nullable UUID by, Instant now) {
        HaikuImport kept = new HaikuImport();
        kept.id = id;
        kept.fileName = fileName;
        kept.scorer = scorer;
        kept.rows = counts.rows;
        kept.prompts = counts.prompts;
        kept.added = counts.added;
        kept.duplicates = counts.duplicates;
        kept.rejected = counts.rejected;
        kept.rejectedLines =
                counts.rejections.stream().mapToInt(Rejection::line).toArray();
        kept.rejectedDetails = counts.rejections.stream().map(Rejection::detail).toArray(String[]::new);
        kept.createdAt = now;
        kept.createdBy = by;
        kept.persist();
        return kept;
    }

    /**
     * A refused row, or a refused text of a row.
     *
     * @param line of the file, or its place among the rows of a Parquet file, from 1
     */
    public record Rejection(int line, String detail) {}

    /** The import of that id; refuses when there is none. */
    public static HaikuImport byId(UUID id) {
        return HaikuImport.<HaikuImport>findByIdOptional(id)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN, "There is no import of candidates " + id + "."));
    }

    public static List<HaikuImport> newestFirst(int offset, int limit) {
        return HaikuImport.<HaikuImport>find("order by id desc")
                .range(offset, offset + limit - 1)
                .list();
    }

    /** The first refused rows. */
    public List<Rejection> rejections() {
        return IntStream.range(0, rejectedLines.length)
                .mapToObj(i -> new Rejection(rejectedLines[i], rejectedDetails[i]))
                .toList();
    }
}
