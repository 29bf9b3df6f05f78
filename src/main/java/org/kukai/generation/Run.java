package org.kukai.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

/** Models asked for several samples of every prompt in a selection. {@link Runs} carries its verbs out. */
@Entity
public class Run extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    /** The first of its models. */
    public UUID modelId;

    /** The names of its models at the time: “composer”, or “composer, sparrow”. {@link RunModel} has them one by one. */
    public String modelName;

    /** How many models it asks. */
    public int models;

    @Enumerated(EnumType.STRING)
    public RunStatus status;

    /** Why it stands where it stands, when that needs saying. */
    public @Nullable String statusReason;

    /** Rises whenever it is set in motion; a worker of an earlier turn stops. */
    int turn;

    @Embedded
    public RunSettings settings;

    @Embedded
    public @Nullable PromptSelection selection;

    /** How many prompts were chosen. */
    public int prompts;

    /** How many samples it is to make: prompts times samples per prompt, by each model. */
    public int planned;

    /** Of its budget of money, and of the prices of its models then; null when it never had such a budget. */
    public @Nullable String currency;

    public Instant createdAt;
    public @Nullable UUID createdBy;
    public @Nullable Instant startedAt;
    public @Nullable Instant finishedAt;

    /** For Hibernate. */
    protected Run() {}

    static Run order(List<Model> models, RunOrder order, @Nullable UUID by, Instant now) {
        order.settings().check();
        Run run = new Run();
        run.modelId = models.getFirst().id;
        run.modelName = models.stream().map(model -> model.name).collect(Collectors.joining(", "));
        run.models = models.size();
        run.status = RunStatus.QUEUED;
        run.settings = order.settings();
        run.selection = order.prompts();
        run.createdAt = now;
        run.createdBy = by;
        run.currency = Spending.currency(order.settings(), models).orElse(null);
        run.persistAndFlush();
        return run;
    }

    /** The run of that id; a {@link RefusedException} when there is none. */
    public static Run byId(UUID id) {
        return Run.<Run>findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /** The run, and nobody else changes it before this transaction ends. */
    static Run locked(UUID id) {
        return Run.<Run>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> unknown(id));
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(RefusedException.Kind.UNKNOWN, "There is no run " + id + ".");
    }

    /** The runs that the filter lets through. */
    public static List<Run> newestFirst(RunFilter filter, int offset, int limit) {
        return Run.<Run>find(filter.where() + " order by id desc", filter.values())
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long count(RunFilter filter) {
        return count(filter.where(), filter.values());
    }

    /** Those that are queued or at work. */
    public static long countActive() {
        return count("status in ?1", List.of(RunStatus.QUEUED, RunStatus.RUNNING));
    }

    /** What was ordered, so that the like can be ordered again. */
    public RunOrder order() {
        return new RunOrder(
                List.of(modelName.split(", ", -1)),
                selection == null ? new PromptSelection(null, null, null) : selection,
                settings);
    }

    /** In words, which prompts it asks. */
    public String promptsInWords() {
        return Optional.ofNullable(selection).map(PromptSelection::inWords).orElse("all prompts");
    }

    boolean isTurn(int wanted) {
        return status.isActive() && turn == wanted;
    }

    /** What was known of a model's refusals is known no more, as a person has mended something. */
    void turn() {
        turn++;
    }

    void begin(Instant now) {
        status = RunStatus.RUNNING;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void pause(@Nullable String reason) {
        refuseUnless(status.isActive(), "paused");
        status = RunStatus.PAUSED;
        statusReason = reason;
    }

    /** The reason for which it was paused is one no more; whether it goes on is for a person to say. */
    void forgetReason() {
        if (status == RunStatus.PAUSED) {
            statusReason = null;
        }
    }

    void resume() {
        refuseUnless(status.isResumable(), "resumed");
        setInMotion();
    }

    void setInMotion() {
        status = startedAt == null ? RunStatus.QUEUED : RunStatus.RUNNING;
        statusReason = null;
        finishedAt = null;
        turn++;
    }

    void cancel(Instant now) {
        refuseUnless(status.isCancellable(), "cancelled");
        status = RunStatus.CANCELLED;
        statusReason = null;
        finishedAt = now;
    }

    void complete(Instant now) {
        status = RunStatus.COMPLETED;
        statusReason = null;
        finishedAt = now;
    }

    void fail(String reason, Instant now) {
        status = RunStatus.FAILED;
        statusReason = reason;
        finishedAt = now;
    }

    private void refuseUnless(boolean allowed, String act) {
        if (!allowed) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "This run is " + status.spelled() + ", so it cannot be " + act + ".");
        }
    }
}
