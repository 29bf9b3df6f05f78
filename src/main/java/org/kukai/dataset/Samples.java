package org.kukai.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Shows the first rows of a release, as its files have them. */
@ApplicationScoped
public class Samples {
    private static final int ROWS = 3;
    private static final long BYTES = 64 * 1024;

    private final ReleaseStore store;

    Samples(ReleaseStore store) {
        this.store = store;
    }

    /** A row in short. */
    public record Sample(
            String prompt,
            String chosen,
            String rejected,
            long chosenScore,
            long rejectedScore,
            String source,
            boolean adjudicated) {
        static Sample of(PreferenceRow row) {
            return new Sample(
                    row.prompt().getFirst().content(),
                    row.chosen().getFirst().content(),
                    row.rejected().getFirst().content(),
                    row.chosenScore(),
                    row.rejectedScore(),
                    row.preferenceSource(),
                    row.adjudicated());
        }
    }

    /** The first rows of the train split; none while the release is not ready. */
    public List<Sample> of(Release release) {
        Optional<ReleaseFile> file = ReleaseFile.find(release.id, Part.TRAIN.jsonLines());
        return file.map(this::read).orElse(List.of());
    }

    private List<Sample> read(ReleaseFile file) {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        try {
            store.copy(file.id, 0, Math.min(BYTES, file.bytes), beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = beginning.toString(StandardCharsets.UTF_8);
        // What comes after the last line feed may be cut.
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .limit(ROWS)
                .map(line -> Sample.of(Json.read(line, PreferenceRow.class)))
                .toList();
    }
}
