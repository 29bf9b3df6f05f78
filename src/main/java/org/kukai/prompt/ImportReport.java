package org.kukai.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

import org.kukai.RefusedException;

/** What became of an uploaded file of prompts. */
@Entity
public class ImportReport extends PanacheEntityBase {
    private static final int REASONS_KEPT = 100;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String fileName;
    public int added;
    public int duplicates;
    public int rejected;
    int[] rejectedLines;
    String[] rejectedDetails;
    public Instant createdAt;

    /** For Hibernate. */
    protected ImportReport() {}

    /** Keeps the counts, and the first reasons for refusals. */
    public static ImportReport keep(String fileName, Intake intake, Instant now) {
        List<Intake.Rejection> first =
                intake.rejections().stream().limit(REASONS_KEPT).toList();
        ImportReport report = new ImportReport();
        report.fileName = fileName;
        report.added = intake.added();
        report.duplicates = intake.duplicates();
        report.rejected = intake.rejected();
        report.rejectedLines = first.stream().mapToInt(Intake.Rejection::line).toArray();
        report.rejectedDetails = first.stream().map(Intake.Rejection::detail).toArray(String[]::new);
        report.createdAt = now;
        report.persist();
        return report;
    }

    /**
     * The report of that id.
     *
     * @throws RefusedException when there is none
     */
    public static ImportReport byId(UUID id) {
        return ImportReport.<ImportReport>findByIdOptional(id)
                .orElseThrow(() ->
                        new RefusedException(RefusedException.Kind.UNKNOWN, "There is no import report " + id + "."));
    }

    public static Optional<ImportReport> newest() {
        return find("order by id desc").firstResultOptional();
    }

    /** The first refused rows. */
    public List<Intake.Rejection> rejections() {
        return IntStream.range(0, rejectedLines.length)
                .mapToObj(i -> new Intake.Rejection(i, rejectedLines[i], rejectedDetails[i]))
                .toList();
    }

    public int rows() {
        return added + duplicates + rejected;
    }
}
