package org.kukai.dataset;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;

/** A frozen snapshot of preference rows, from its order on. What it holds is its terms' doing, its name is not in it. */
@Entity
public class Release extends PanacheEntityBase {
    static final int NAME_LIMIT = 100;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String name;
    String nameKey;

    @Enumerated(EnumType.STRING)
    Policy policy;

    int minScoreDifference;
    int minVotes;
    double minAgreement;
    double testShare;
    String license;

    @Enumerated(EnumType.STRING)
    public Status status;

    /** Why it failed; null when it has not. */
    public @Nullable String statusReason;

    public long trainRows;
    public long testRows;

    @Nullable
    String manifest;

    public Instant createdAt;

    @Nullable
    UUID createdBy;

    public @Nullable Instant finishedAt;

    /** For Hibernate. */
    protected Release() {}

    /**
     * Orders a release.
     *
     * @throws RefusedException when the name is empty, too long or taken
     */
    static Release order(String name, Terms terms, Account by, Instant now) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > NAME_LIMIT
                || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A release's name has 1 to " + NAME_LIMIT + " characters on one line; this one has "
                            + trimmed.length() + ".");
        }
        if (count("nameKey", key(trimmed)) > 0) {
            throw taken(trimmed);
        }
        Release release = new Release();
        release.name = trimmed;
        release.nameKey = key(trimmed);
        release.policy = terms.policy();
        release.minScoreDifference = terms.minScoreDifference();
        release.minVotes = terms.minVotes();
        release.minAgreement = terms.minAgreement();
        release.testShare = terms.testShare();
        release.license = terms.licence().id();
        release.status = Status.BUILDING;
        release.createdAt = now;
        release.createdBy = by.id;
        release.persist();
        return release;
    }

    /** The release with this identifier; refused when there is none. */
    public static Release get(UUID id) {
        return Release.<Release>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no release " + id + "."));
    }

    /** One page of the list, newest first; pages count from 1. */
    public static List<Release> newestFirst(int page, int size) {
        return find("order by id desc").page(Page.of(page - 1, size)).list();
    }

    /** The release, locked for the rest of the transaction, if it is still to be built. */
    static Optional<Release> findBuilding(UUID id) {
        return Release.<Release>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(release -> release.status == Status.BUILDING);
    }

    /** Those that can be downloaded. */
    public static long countReady() {
        return count("status", Status.READY);
    }

    public Terms terms() {
        return new Terms(policy, minScoreDifference, minVotes, minAgreement, testShare, Licence.parse(license));
    }

    /** What the release says of itself; empty until it is ready. */
    public Optional<Manifest> manifest() {
        return Optional.ofNullable(manifest).map(text -> Json.read(text, Manifest.class));
    }

    public boolean isBuilding() {
        return status == Status.BUILDING;
    }

    public boolean isReady() {
        return status == Status.READY;
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }

    /** The files stand; from here on nothing changes. */
    void ready(Snapshot snapshot, Instant now) {
        requireBuilding("become ready");
        status = Status.READY;
        manifest = snapshot.manifest();
        trainRows = snapshot.rows().getOrDefault(Part.TRAIN.spelled(), 0L);
        testRows = snapshot.rows().getOrDefault(Part.TEST.spelled(), 0L);
        finishedAt = now;
    }

    void fail(String reason, Instant now) {
        requireBuilding("fail");
        status = Status.FAILED;
        statusReason = reason;
        finishedAt = now;
    }

    /** Takes up a failed release again, on the same terms and the data of today. */
    void retry() {
        if (status != Status.FAILED) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "Only a failed release can be tried again; “" + name + "” is " + status.spelled() + ".");
        }
        status = Status.BUILDING;
        statusReason = null;
        finishedAt = null;
    }

    static RefusedException taken(String name) {
        return new RefusedException(
                RefusedException.Kind.CONFLICT,
                "There is a release named “" + name + "” already. Choose another name.");
    }

    private void requireBuilding(String act) {
        if (status != Status.BUILDING) {
            throw new IllegalStateException("release " + id + " cannot " + act + ", it is " + status);
        }
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
