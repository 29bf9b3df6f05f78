package org.kukai.prompt;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One request for a haiku, asked in the same words of every model. */
@Entity
public class Prompt extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String text;
    String textKey;

    @Enumerated(EnumType.STRING)
    public Split split;

    public @Nullable String topic;
    public String source;
    public Instant createdAt;

    /** For Hibernate. */
    protected Prompt() {}
}
