create table publication (
  claim_id bigint primary key references claim,
  slug text not null unique,
  -- The version that readers see; null while withdrawn.
  live_version int,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 2000),
  -- Versions up to this one were withdrawn and stay gone.
  gone_up_to int not null default 0,
  check ((live_version is null) = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (live_version is null or live_version > gone_up_to)
);

create index publication_lately on publication (published_at desc, claim_id desc) where live_version is not null;
create trigger publication_is_never_removed before delete on publication
  for each row execute function refuse_rewriting_history();

create table published_version (
  claim_id bigint not null references publication,
  n int not null check (n >= 1),
  -- Only what was approved can be published, and only once.
  dossier_id bigint not null unique references approval,
  published_at timestamptz not null,
  published_by text not null,
  published_by_name text not null,
  change text check (change in ('CORRECTION', 'UPDATE')),
  note text check (char_length(note) between 1 and 2000),
  primary key (claim_id, n),
  check ((n = 1) = (change is null)),
  check ((n = 1) = (note is null))
);

create trigger published_version_is_written_once before update or delete on published_version
  for each row execute function refuse_rewriting_history();
create trigger published_version_is_never_truncated before truncate on published_version
  for each statement execute function refuse_rewriting_history();
