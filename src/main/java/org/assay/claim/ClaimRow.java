package org.assay.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assay.people.Person;

/** A claim in a list: read as it is shown, without the rest of the claim. */
public record ClaimRow(
        long id,
        int version,
        Stage stage,
        String statement,
        String language,
        String claimant,
        Wording wording,
        String article,
        String publisher,
        String rating,
        boolean live,
        Instant changedAt) {

    private static final String SELECT = """
            select new org.assay.claim.ClaimRow(c.id, c.version, c.stage, c.particulars.statement, c.particulars.language,
                c.particulars.claimant.name, c.particulars.wording, a.particulars.title, a.particulars.publisher,
                l.name, c.live, c.changedAt)
            from Claim c left join c.article a left join c.dossier d
                left join RatingScale s on s.version = d.scale left join s.labels l on l.key = d.verdict.rating
            """;

    static final String CONTRIBUTED = "exists (select 1 from c.contributors who where who.subject = :me)";

    /** What an editor may sign or publish, oldest first; for a reviewer, what came back to them. */
    static List<ClaimRow> waitingFor(Person person, int most) {
        String where = person.isEditor()
                ? "where (c.stage = PROPOSED and not " + CONTRIBUTED
                        + ") or c.stage = APPROVED or (c.stage = RETURNED and " + CONTRIBUTED + ")"
                : "where c.stage in (RETURNED, REOPENED) and " + CONTRIBUTED;
        return rows(where + " order by c.changedAt, c.id", Map.of("me", person.subject()), most);
    }

    /** What the person contributed to and is not at rest, the latest changed first. */
    static List<ClaimRow> openOf(Person person, int most) {
        return rows(
                "where c.stage in (LOGGED, RETURNED, REOPENED, PROPOSED) and " + CONTRIBUTED
                        + " order by c.changedAt desc, c.id desc",
                Map.of("me", person.subject()),
                most);
    }

    static Map<Stage, Long> countByStage() {
        var counts = new EnumMap<Stage, Long>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        Panache.getEntityManager()
                .createQuery("select c.stage, count(*) from Claim c group by c.stage", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Stage) row[0], (Long) row[1]));
        return counts;
    }

    static List<ClaimRow> rows(String whereAndOrder, Map<String, Object> parameters, int most) {
        var query = Panache.getEntityManager().createQuery(SELECT + whereAndOrder, ClaimRow.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }
}
