package org.assay.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.article.ClaimsFound;
import org.assay.expert.ExpertStatements;

/** Tells articles which claims were found in them, and experts where they are cited. */
class Mentions {

    private Mentions() {}

    @ApplicationScoped
    static class OfArticles implements ClaimsFound {

        @Override
        public List<Found> in(long article) {
            return Claim.<Claim>find("article.id = ?1 order by quote.start, id", article).stream()
                    .map(claim -> new Found(
                            claim.id(),
                            claim.particulars().statement(),
                            claim.particulars().language(),
                            claim.stage().toString(),
                            claim.quote()))
                    .toList();
        }

        @Override
        public Map<Long, Long> count(Collection<Long> articles) {
            return counted(
                    "select c.article.id, count(*) from Claim c where c.article.id in ?1 group by c.article.id",
                    articles);
        }
    }

    @ApplicationScoped
    static class OfExperts implements ExpertStatements {

        private static final int MOST = 200;

        @Override
        public List<Statement> by(long expert) {
            return Panache.getEntityManager()
                    .createQuery(
                            "select e from Evidence e join fetch e.claim where e.expert.id = ?1 and not e.removed"
                                    + " order by e.attachedAt desc, e.claim.id, e.n",
                            Evidence.class)
                    .setParameter(1, expert)
                    .setMaxResults(MOST)
                    .getResultStream()
                    .map(Evidence::statement)
                    .toList();
        }

        @Override
        public Map<Long, Long> count(Collection<Long> experts) {
            return counted(
                    "select e.expert.id, count(*) from Evidence e where e.expert.id in ?1 and not e.removed group by e.expert.id",
                    experts);
        }
    }

    private static Map<Long, Long> counted(String query, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Panache.getEntityManager()
                        .createQuery(query, Object[].class)
                        .setParameter(1, ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
