package org.kukai.dataset;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import org.kukai.account.Account;
import org.kukai.job.Jobs;

/** Takes orders for releases; they are built in the background. */
@ApplicationScoped
public class ReleaseOrders {
    private final Jobs jobs;
    private final Clock clock;

    ReleaseOrders(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A new release, which is not ready yet. */
    @Transactional
    public Release order(String name, Terms terms, Account by) {
        Release release = Release.order(name, terms, by, clock.instant());
        try {
            release.persistAndFlush();
        } catch (ConstraintViolationException sameNameAtTheSameTime) {
            throw Release.taken(release.name);
        }
        jobs.schedule(ReleaseBuilder.KIND, ReleaseBuilder.instance(release, clock.instant()), clock.instant());
        return release;
    }

    /** Has a failed release built again, on the same terms and the data of today. */
    @Transactional
    public void retry(Release release) {
        release.retry();
        jobs.schedule(ReleaseBuilder.KIND, ReleaseBuilder.instance(release, clock.instant()), clock.instant());
    }
}
