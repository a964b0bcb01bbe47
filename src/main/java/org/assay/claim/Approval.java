package org.assay.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import org.assay.people.Person;
import org.assay.people.Role;

/** The second signature under a dossier. The database refuses a contributor's, and any other digest. */
@Entity
public class Approval extends PanacheEntityBase {

    @Id
    private Long dossierId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private Dossier dossier;

    private String digest;
    private Instant approvedAt;
    private String approvedBy;
    private String approvedByName;

    protected Approval() {}

    Approval(Dossier dossier, Person by, Instant now) {
        this.dossier = dossier;
        this.digest = dossier.digest();
        this.approvedAt = now;
        this.approvedBy = by.subject();
        this.approvedByName = by.name();
    }

    public Signature signature() {
        return new Signature(approvedBy, approvedByName, Role.EDITOR, approvedAt);
    }

    public Dossier dossier() {
        return dossier;
    }
}
