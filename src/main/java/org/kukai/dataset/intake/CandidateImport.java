package org.kukai.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.haiku.Scorer;
import org.kukai.prompt.PromptIntake;
import org.kukai.prompt.Split;
import org.kukai.prompt.Wording;

/**
 * Takes in a file of haiku that were made elsewhere: judges each text anew, makes the prompts that are missing, and remembers
 * where every text stood. Bad rows are refused one by one; a file that cannot be read to its end leaves no trace. Rows are read,
 * judged and stored batch by batch, so that a large file needs no more memory than a small one.
 */
@ApplicationScoped
public class CandidateImport {
    private static final int BATCH = 2_000;
    private static final int TIMEOUT_SECONDS = 900;
    private static final int NAME_SHOWN = 200;
    private static final String UNKNOWN = "unknown";

    private final DataSource database;
    private final Scorer scorer;
    private final Clock clock;

    CandidateImport(DataSource database, Scorer scorer, Clock clock) {
        this.database = database;
        this.scorer = scorer;
        this.clock = clock;
    }

    /**
     * Where a file comes from.
     *
     * @param fileName for people
     * @param model who wrote the texts of rows that do not say; empty when nobody knows
     * @param split empty lets {@link Split} draw one for each new prompt
     * @param by who brings it
     */
    public record Origin(
            String fileName,
            Optional<String> model,
            Optional<Split> split,
            @Nullable UUID by) {
        private static final int LONGEST_NAME = 200;

        /** @throws RefusedException when the model's name cannot be one */
        public Origin {
            if (model.filter(
                            name -> name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
                    .isPresent()) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID, "A model's name is one line of at most 200 characters.");
            }
            fileName = fileName.replaceAll("\\p{Cntrl}", " ");
        }
    }

    /**
     * Reads JSON lines or Parquet and stores what it holds, in a transaction of its own.
     *
     * @throws RefusedException when the file is empty, cannot be read, or has none of the columns that are wanted
     */
    public HaikuImport take(Path file, Origin origin) {
        RowReading reading = new RowReading(origin.model()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElse(UNKNOWN));
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (SourceRows rows = SourceRows.open(file, reading)) {
                return store(rows, origin);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private HaikuImport store(SourceRows rows, Origin origin) throws IOException, SQLException {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant now = clock.instant();
        String name = origin.fileName()
                .substring(0, Math.min(NAME_SHOWN, origin.fileName().length()));
        Scorer judge = scorer.now();
        String version = judge.version();
        ImportCounts counts = new ImportCounts();
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement();
                ImportTable table = new ImportTable(
                        connection,
                        id,
                        version,
                        "candidates in " + name,
                        origin.split(),
                        now.atOffset(ZoneOffset.UTC))) {
            lock.execute(PromptIntake.LOCK);
            List<SourceRow.Good> batch = new ArrayList<>();
            int texts = 0;
            for (Optional<SourceRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                counts.rows++;
                switch (next.get()) {
                    case SourceRow.Broken broken -> counts.reject(broken.line(), broken.detail());
                    case SourceRow.Good good -> {
                        good.faults().forEach(fault -> counts.reject(good.line(), fault));
                        batch.add(good);
                        texts += good.texts().size();
                    }
                }
                if (texts >= BATCH) {
                    store(batch, table, judge, counts);
                    batch.clear();
                    texts = 0;
                }
            }
            store(batch, table, judge, counts);
        }
        if (counts.rows == 0) {
            throw SourceRows.unreadable("There is no row in what was sent.");
        }
        return HaikuImport.keep(id, name, version, counts, origin.by(), now);
    }

    private void store(List<SourceRow.Good> rows, ImportTable table, Scorer judge, ImportCounts counts)
            throws SQLException {
        List<Unjudged> all = rows.stream()
                .flatMap(row -> wording(row, counts).stream()
                        .flatMap(wording -> row.texts().stream().map(text -> Unjudged.of(row, wording, text))))
                .toList();
        // Judging is most of the work, so what is there already is not judged again.
        BitSet known = table.known(all);
        counts.duplicates += known.cardinality();
        List<Judged> judged =
                IntStream.range(0, all.size()).filter(i -> !known.get(i)).mapToObj(all::get).toList().parallelStream()
                        .map(text -> new Judged(text, judge.verdict(text.text().raw())))
                        .toList();
        List<Judged> good = new ArrayList<>();
        for (Judged one : judged) {
            one.problem()
                    .ifPresentOrElse(
                            problem -> counts.reject(
                                    one.line(), "Text " + (one.text().place() + 1) + " is no poem: " + problem + "."),
                            () -> good.add(one));
        }
        if (!good.isEmpty()) {
            table.store(good, counts);
        }
    }

    private static Optional<Wording> wording(SourceRow.Good row, ImportCounts counts) {
        try {
            return Optional.of(Wording.of(row.prompt()));
        } catch (RefusedException refusal) {
            counts.reject(row.line(), refusal.getMessage());
            return Optional.empty();
        }
    }
}
