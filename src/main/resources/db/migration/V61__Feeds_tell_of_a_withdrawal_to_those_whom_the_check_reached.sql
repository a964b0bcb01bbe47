-- Which feeds had a check that is withdrawn now: that of its rating, those of what it named. Derived: what is missing here is
-- written again at the next start.
create table withdrawn_from (
  feed text not null,
  withdrawn_at timestamptz not null,
  claim_id bigint not null references publication,
  primary key (feed, withdrawn_at, claim_id)
);

create index withdrawn_from_by_claim on withdrawn_from (claim_id);
