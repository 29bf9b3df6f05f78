package org.kukai.prompt.writing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Looks at what a model wrote before anything of it is kept, and before its run is locked: the pool may be large. */
@ApplicationScoped
class Judge {
    /** A candidate, what is wrong with it, and the prompt of the pool that it is too much like. */
    record Judged(String text, Optional<RefusalReason> fault, Optional<Likeness> like) {}

    private final Session entities;

    Judge(Session entities) {
        this.entities = entities;
    }

    @Transactional
    List<Judged> judge(List<Item> items, double likeness) {
        Likeness.demand(entities, likeness);
        return items.stream().map(this::judge).toList();
    }

    private Judged judge(Item item) {
        String text = Said.plain(item.text());
        Optional<RefusalReason> fault = RequestCheck.fault(new Item(text, item.cut()));
        return new Judged(text, fault, fault.isPresent() ? Optional.empty() : Likeness.inThePool(entities, text));
    }
}
