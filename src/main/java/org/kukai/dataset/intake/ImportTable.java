package org.kukai.dataset.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Fingerprint;
import org.kukai.prompt.Split;
import org.kukai.prompt.Wording;

/** Stores what a file holds, many rows in one statement. */
final class ImportTable implements AutoCloseable {
    private static final String ADD_PROMPTS = """
            insert into prompt (id, text, text_key, split, topic, source, created_at)
            select uuid7(), text, key, split, null, ?, ? from unnest(?::text[], ?::text[], ?::text[]) as p (text, key, split)
            on conflict (text_key) do nothing""";

    private static final String FIND_PROMPTS = "select text_key, id from prompt where text_key = any (?::text[])";

    private static final String KNOWN = """
            select g.number
            from unnest(?::text[], ?::uuid[], ?::text[]) with ordinality as g (key, digest, model, number)
                join prompt p on p.text_key = g.key
                join imported_haiku i on i.prompt_id = p.id and i.digest = g.digest and i.model = g.model""";

    private static final String ADD_HAIKU = """
            with brought as materialized (
                select *
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::integer[], ?::integer[], ?::text[], ?::text[],
                            ?::text[], ?::integer[], ?::boolean[], ?::boolean[], ?::text[], ?::text[])
                     as b (haiku_id, prompt_id, model, digest, line, place, system, raw,
                           text, score, strict575, chatter, problem, fingerprint)),
            fresh as (
                insert into imported_haiku (haiku_id, import_id, prompt_id, model, digest, line, place, system, raw)
                select haiku_id, ?, prompt_id, model, digest, line, place, system, raw from brought
                on conflict (prompt_id, digest, model) do nothing
                returning haiku_id)
            insert into haiku (id, prompt_id, text, score, strict575, chatter, problem, scorer, fingerprint, created_at)
            select haiku_id, prompt_id, text, score, strict575, chatter, problem, ?, fingerprint, ?
            from brought join fresh using (haiku_id)""";

    private final UUID importId;
    private final String scorer;
    private final String source;
    private final Optional<Split> split;
    private final OffsetDateTime now;
    private final Connection connection;
    private final PreparedStatement addPrompts;
    private final PreparedStatement findPrompts;
    private final PreparedStatement known;
    private final PreparedStatement addHaiku;

    ImportTable(
            Connection connection,
            UUID importId,
            String scorer,
            String source,
            Optional<Split> split,
            OffsetDateTime now)
            throws SQLException {
        this.connection = connection;
        this.importId = importId;
        this.scorer = scorer;
        this.source = source;
        this.split = split;
        this.now = now;
        this.addPrompts = connection.prepareStatement(ADD_PROMPTS);
        this.findPrompts = connection.prepareStatement(FIND_PROMPTS);
        this.known = connection.prepareStatement(KNOWN);
        this.addHaiku = connection.prepareStatement(ADD_HAIKU);
    }

    /** Which of them are there already, by their place in the list. */
    BitSet known(List<Unjudged> batch) throws SQLException {
        known.setArray(1, column("text", batch, u -> u.prompt().key()));
        known.setArray(2, column("uuid", batch, Unjudged::digest));
        known.setArray(3, column("text", batch, u -> u.text().model()));
        BitSet places = new BitSet();
        try (ResultSet rows = known.executeQuery()) {
            while (rows.next()) {
                places.set(rows.getInt(1) - 1);
            }
        }
        return places;
    }

    void store(List<Judged> batch, ImportCounts counts) throws SQLException {
        Map<String, UUID> prompts = prompts(batch, counts);
        int at = 1;
        addHaiku.setArray(at++, column("uuid", batch, j -> UuidVersion7Strategy.INSTANCE.generateUuid(null)));
        addHaiku.setArray(
                at++, column("uuid", batch, j -> prompts.get(j.prompt().key())));
        addHaiku.setArray(at++, column("text", batch, j -> j.text().model()));
        addHaiku.setArray(at++, column("uuid", batch, j -> j.given().digest()));
        addHaiku.setArray(at++, column("int4", batch, Judged::line));
        addHaiku.setArray(at++, column("int4", batch, j -> j.text().place()));
        addHaiku.setArray(at++, column("text", batch, j -> j.given().system()));
        addHaiku.setArray(at++, column("text", batch, j -> j.text().raw()));
        addHaiku.setArray(at++, column("text", batch, j -> j.verdict().text()));
        addHaiku.setArray(at++, column("int4", batch, j -> j.verdict().score()));
        addHaiku.setArray(at++, column("bool", batch, j -> j.verdict().strict575()));
        addHaiku.setArray(at++, column("bool", batch, j -> j.verdict().chatter()));
        addHaiku.setArray(at++, column("text", batch, j -> j.verdict().problem()));
        addHaiku.setArray(
                at++, column("text", batch, j -> Fingerprint.of(j.verdict().text())));
        addHaiku.setObject(at++, importId);
        addHaiku.setString(at++, scorer);
        addHaiku.setObject(at, now);
        int fresh = addHaiku.executeUpdate();
        counts.added += fresh;
        counts.duplicates += batch.size() - fresh;
    }

    private Map<String, UUID> prompts(List<Judged> batch, ImportCounts counts) throws SQLException {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        batch.forEach(judged -> wordings.putIfAbsent(judged.prompt().key(), judged.prompt()));
        List<Wording> all = List.copyOf(wordings.values());
        addPrompts.setString(1, source);
        addPrompts.setObject(2, now);
        addPrompts.setArray(3, column("text", all, Wording::text));
        addPrompts.setArray(4, column("text", all, Wording::key));
        addPrompts.setArray(
                5,
                column(
                        "text",
                        all,
                        w -> split.orElseGet(() -> Split.drawnFor(w.text())).name()));
        counts.prompts += addPrompts.executeUpdate();
        findPrompts.setArray(1, column("text", all, Wording::key));
        Map<String, UUID> ids = new HashMap<>();
        try (ResultSet rows = findPrompts.executeQuery()) {
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getObject(2, UUID.class));
            }
        }
        return ids;
    }

    private <T> Array column(String type, List<T> rows, Function<T, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    @Override
    public void close() throws SQLException {
        addPrompts.close();
        findPrompts.close();
        known.close();
        addHaiku.close();
    }
}
