package org.kukai.correction;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.haiku.Haiku;
import org.kukai.haiku.Scorer;
import org.kukai.job.Jobs;

/** Orders that all haiku are scored anew. */
@ApplicationScoped
public class Rescorings {
    private final Session entities;
    private final Jobs jobs;
    private final Scorer scorer;
    private final Clock clock;

    Rescorings(Session entities, Jobs jobs, Scorer scorer, Clock clock) {
        this.entities = entities;
        this.jobs = jobs;
        this.scorer = scorer;
        this.clock = clock;
    }

    /** Sets it in motion; the one that is at work already when there is one, since it follows the counter anyway. */
    @Transactional
    public Rescoring order(UUID by) {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('rescoring'))", Object.class)
                .getSingleResult();
        Optional<Rescoring> running = Rescoring.running();
        if (running.isPresent()) {
            return running.get();
        }
        Rescoring fresh = Rescoring.order(scorer.version(), Haiku.count(), by, clock.instant());
        jobs.schedule(RescoringJob.KIND, fresh.id.toString(), clock.instant());
        return fresh;
    }

    /** How many haiku were scored by another version than the present one. */
    @Transactional
    public long outdated() {
        return Haiku.count("scorer <> ?1", scorer.version());
    }
}
