package org.assay.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Lets one transaction at a time look whether a name is free and take it. */
@ApplicationScoped
public class NamedLock {

    @Inject
    EntityManager database;

    /** Waits until nobody else holds the name; held until the transaction ends. */
    public void hold(String name) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) held")
                .setParameter(1, name)
                .getSingleResult();
    }
}
