create table dossier (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claim,
  n int not null check (n >= 1),
  content text not null,
  digest text not null check (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  scale int not null,
  rating text not null,
  summary text not null check (char_length(summary) between 1 and 500),
  rationale text not null check (char_length(rationale) between 1 and 20000),
  single_source_reason text check (char_length(single_source_reason) <= 2000),
  proposed_at timestamptz not null,
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_as text not null check (proposed_as in ('REVIEWER', 'EDITOR')),
  unique (claim_id, n),
  foreign key (scale, rating) references rating (scale, key)
);

create trigger dossier_is_written_once before update or delete on dossier
  for each row execute function refuse_rewriting_history();
create trigger dossier_is_never_truncated before truncate on dossier
  for each statement execute function refuse_rewriting_history();

alter table claim add column dossier_id bigint references dossier;

create table approval (
  dossier_id bigint primary key references dossier,
  digest text not null,
  approved_at timestamptz not null,
  approved_by text not null,
  approved_by_name text not null
);

-- Four eyes. The claim's row is locked so that a contribution which is being written at the same moment is seen.
create function refuse_a_contributors_approval() returns trigger language plpgsql as $$
declare
  proposal dossier;
begin
  select * into strict proposal from dossier where id = new.dossier_id;
  perform 1 from claim where id = proposal.claim_id for update;
  if new.digest <> proposal.digest then
    raise exception 'An approval signs the digest of the dossier.' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select 1 from contribution where claim_id = proposal.claim_id and subject = new.approved_by) then
    raise exception 'Nobody approves what they worked on.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger approval_takes_four_eyes before insert on approval
  for each row execute function refuse_a_contributors_approval();
create trigger approval_is_written_once before update or delete on approval
  for each row execute function refuse_rewriting_history();
create trigger approval_is_never_truncated before truncate on approval
  for each statement execute function refuse_rewriting_history();
