package org.kukai.generation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which of a run's models are asked, and what stands in the way of those that are not, or cannot be. */
@ApplicationScoped
class LaneTable {
    /**
     * How a model of a run stands.
     *
     * @param asked whether it is neither parked nor dropped
     * @param dropped whether it was taken out of the run
     * @param budget the currency of the run's budget of money; null when it has none
     * @param currency of the model's prices
     */
    record State(
            int place,
            UUID modelId,
            String name,
            boolean asked,
            boolean dropped,
            boolean removed,
            boolean priced,
            String currency,
            @Nullable String budget) {
        /** Why it cannot be asked, and how that is mended, in sentences; empty when it can. */
        Optional<String> obstacle() {
            if (removed) {
                return Optional.of(
                        "The model “" + name + "” was removed. Bring it back on the models page, or register the"
                                + " name again for the same model.");
            }
            if (budget != null && !priced) {
                return Optional.of("This run has a budget of money, and the model “" + name
                        + "” has no price. Give it one" + " in " + budget + " on the models page.");
            }
            return budget == null || budget.equals(currency)
                    ? Optional.empty()
                    : Optional.of("This run has a budget in " + budget + ", and the prices of the model “" + name
                            + "” are in " + currency + " by now. Give it prices in " + budget
                            + " on the models page.");
        }
    }

    private final Session entities;
    private final Clock clock;

    LaneTable(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The run's models in their order, those that have nothing left to do included. */
    @Transactional
    List<State> of(UUID run) {
        return entities.createNativeQuery("""
                        select cast(m.place as integer), m.model_id, m.model_name, m.parked is null and m.dropped_at is null,
                               m.dropped_at is not null, d.removed_at is not null,
                               d.prompt_price is not null or d.completion_price is not null or d.kind = 'COMPOSER',
                               case when d.kind = 'COMPOSER' and d.prompt_price is null and d.completion_price is null
                                    then coalesce(r.currency, d.currency) else d.currency end,
                               case when r.money_budget is not null then r.currency end
                        from run_model m join run r on r.id = m.run_id join model d on d.id = m.model_id
                        where m.run_id = :run order by m.place""", State.class)
                .setParameter("run", run)
                .getResultList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void park(UUID run, int place, String reason) {
        entities.createNativeMutationQuery(
                        "update run_model set parked = :reason where run_id = :run and place = :place")
                .setParameter("run", run)
                .setParameter("place", place)
                .setParameter("reason", Answer.storable(reason))
                .executeUpdate();
    }

    /**
     * Has the model asked again. Where it was removed and its name registered anew for what the server calls the same, as one does to change a key
     * or an address, that is asked from now on.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void unpark(UUID run, int place) {
        entities.createNativeMutationQuery("""
                        update run_model m
                        set parked = null,
                            model_id = coalesce((select fresh.id from model old join model fresh on fresh.name = old.name
                                                    and fresh.kind = old.kind and fresh.model_id = old.model_id
                                                 where old.id = m.model_id and old.removed_at is not null and fresh.removed_at is null),
                                                m.model_id)
                        where run_id = :run and place = :place""")
                .setParameter("run", run)
                .setParameter("place", place)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void drop(UUID run, int place) {
        entities.createNativeMutationQuery(
                        "update run_model set parked = null, dropped_at = :now where run_id = :run and place = :place")
                .setParameter("run", run)
                .setParameter("place", place)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
