package org.kukai.prompt.writing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.Model;

/** One model asked to write prompts about topics. {@link PromptRuns} carries its verbs out. */
@Entity
public class PromptRun extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public UUID modelId;

    /** The model's name at the time, for the record. */
    public String modelName;

    @Enumerated(EnumType.STRING)
    public PromptRunStatus status;

    /** Why it stands where it stands, when that needs saying. */
    public @Nullable String statusReason;

    /** Rises whenever it is set in motion; a worker of an earlier turn stops. */
    int turn;

    @Enumerated(EnumType.STRING)
    public TopicSource topicSource;

    /** What the model's topics are to be around. */
    public @Nullable String theme;

    public int topicsWanted;

    /** How many there are by now. */
    public int topics;

    @Embedded
    public WritingSettings settings;

    public Instant createdAt;
    public @Nullable UUID createdBy;
    public @Nullable Instant startedAt;
    public @Nullable Instant finishedAt;
    public @Nullable Instant approvedAt;

    /** For Hibernate. */
    protected PromptRun() {}

    static PromptRun order(Model model, PromptRunOrder order, int topicsWanted, @Nullable UUID by, Instant now) {
        order.settings().check();
        PromptRun run = new PromptRun();
        run.modelId = model.id;
        run.modelName = model.name;
        run.status = PromptRunStatus.QUEUED;
        run.topicSource = order.topics().source();
        run.theme = order.topics() instanceof TopicChoice.Proposed proposed ? proposed.theme() : null;
        run.topicsWanted = topicsWanted;
        run.settings = order.settings();
        run.createdAt = now;
        run.createdBy = by;
        run.persistAndFlush();
        return run;
    }

    /** The prompt run of that id; a {@link RefusedException} when there is none. */
    public static PromptRun byId(UUID id) {
        return PromptRun.<PromptRun>findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /** The prompt run, and nobody else changes it before this transaction ends. */
    static PromptRun locked(UUID id) {
        return PromptRun.<PromptRun>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> unknown(id));
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(RefusedException.Kind.UNKNOWN, "There is no prompt run " + id + ".");
    }

    public static List<PromptRun> newestFirst(int offset, int limit) {
        return PromptRun.<PromptRun>find("order by id desc")
                .range(offset, offset + limit - 1)
                .list();
    }

    /** As its prompts tell it. */
    public String asSource() {
        return "prompt run " + id + " by " + modelName;
    }

    boolean isTurn(int wanted) {
        return status.isActive() && turn == wanted;
    }

    void begin(Instant now) {
        status = PromptRunStatus.RUNNING;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void pause(@Nullable String reason) {
        refuseUnless(status.isActive(), "paused");
        status = PromptRunStatus.PAUSED;
        statusReason = reason;
    }

    void setInMotion() {
        refuseUnless(!status.isActive() && status != PromptRunStatus.CANCELLED, "resumed");
        status = startedAt == null ? PromptRunStatus.QUEUED : PromptRunStatus.RUNNING;
        statusReason = null;
        finishedAt = null;
        turn++;
    }

    void cancel(Instant now) {
        refuseUnless(status.isCancellable(), "cancelled");
        status = PromptRunStatus.CANCELLED;
        statusReason = null;
        finishedAt = now;
    }

    void complete(@Nullable String remark, Instant now) {
        status = PromptRunStatus.COMPLETED;
        statusReason = remark;
        finishedAt = now;
    }

    void fail(String reason, Instant now) {
        status = PromptRunStatus.FAILED;
        statusReason = reason;
        finishedAt = now;
    }

    void approve(Instant now) {
        if (status.isActive()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "This prompt run is still " + status.spelled()
                            + ". Wait for its end, or pause or cancel it; then approve what was kept.");
        }
        approvedAt = now;
    }

    void refuseUnless(boolean allowed, String act) {
        if (!allowed) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "This prompt run is " + status.spelled() + ", so it cannot be " + act + ".");
        }
    }
}
