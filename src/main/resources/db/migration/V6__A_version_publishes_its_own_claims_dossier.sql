-- The dossier that one claim's page publishes is one that was signed for this claim.
alter table dossier add constraint dossier_of_its_claim unique (claim_id, id);
alter table published_version add constraint published_version_of_its_claim
  foreign key (claim_id, dossier_id) references dossier (claim_id, id);
