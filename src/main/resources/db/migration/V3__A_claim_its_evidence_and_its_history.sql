create table claim (
  id bigint generated always as identity primary key,
  -- The number of events in the claim's history, and the hash of the last of them.
  version int not null check (version >= 0),
  head text,
  stage text not null check (stage in
    ('LOGGED', 'PROPOSED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN', 'REOPENED', 'DROPPED')),
  statement text not null check (char_length(statement) between 1 and 300),
  language text not null check (char_length(language) <= 35),
  claimant_name text check (char_length(claimant_name) between 1 and 200),
  claimant_position text check (char_length(claimant_position) <= 200),
  claimant_same_as text check (char_length(claimant_same_as) <= 2048 and claimant_same_as ~* '^\s*https?://'),
  claimant_type text check (claimant_type in ('PERSON', 'ORGANIZATION')),
  wording text not null check (wording in ('STATED', 'IMPLIED')),
  claimed_on date,
  topics text[] not null check (cardinality(topics) <= 10),
  reason text check (char_length(reason) <= 2000),
  source_url text check (char_length(source_url) <= 2048 and source_url ~* '^\s*https?://'),
  source_title text check (char_length(source_title) <= 300),
  article_id bigint references article,
  quote_exact text check (char_length(quote_exact) between 1 and 2000),
  quote_prefix text check (char_length(quote_prefix) <= 32),
  quote_suffix text check (char_length(quote_suffix) <= 32),
  quote_start int check (quote_start >= 0),
  quote_end int,
  last_evidence int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  published_versions int not null default 0 check (published_versions >= 0),
  live boolean not null default false,
  logged_at timestamptz not null,
  changed_at timestamptz not null,
  check (claimant_name is not null or (claimant_position is null and claimant_same_as is null)),
  check ((article_id is null) = (quote_exact is null)),
  check (quote_exact is null or quote_end - quote_start = char_length(quote_exact)),
  check (article_id is not null or source_url is not null),
  check (not live or published_versions > 0),
  check (stage <> 'PUBLISHED' or live),
  check (stage not in ('WITHDRAWN', 'DROPPED') or not live)
);

create index claim_by_stage on claim (stage, id desc);
create index claim_by_age_in_stage on claim (stage, changed_at, id);
create index claim_by_article on claim (article_id, quote_start);
create index claim_topics on claim using gin (topics);
create index claim_statement_words on claim using gin (statement gin_trgm_ops);
create index claim_claimant_words on claim using gin (claimant_name gin_trgm_ops);
create trigger claim_is_never_removed before delete on claim
  for each row execute function refuse_rewriting_history();

create table evidence (
  claim_id bigint not null references claim,
  n int not null check (n >= 1),
  stance text not null check (stance in ('SUPPORTS', 'REFUTES', 'CONTEXT')),
  kind text not null check (kind in
    ('EXPERT_STATEMENT', 'PRIMARY_DOCUMENT', 'DATA', 'RESEARCH', 'NEWS_REPORT', 'OTHER')),
  note text not null check (char_length(note) between 1 and 2000),
  quote text check (char_length(quote) <= 2000),
  origin text check (char_length(origin) <= 200),
  expert_id bigint references expert,
  source_title text not null check (char_length(source_title) between 1 and 300),
  source_publisher text check (char_length(source_publisher) <= 200),
  source_url text check (char_length(source_url) <= 2048 and source_url ~* '^\s*https?://'),
  source_published_on date,
  source_archived_url text check (char_length(source_archived_url) <= 2048 and source_archived_url ~* '^\s*https?://'),
  attached_at timestamptz not null,
  attached_by text not null,
  removed boolean not null default false,
  primary key (claim_id, n),
  check (kind <> 'EXPERT_STATEMENT' or expert_id is not null)
);

create index evidence_by_expert on evidence (expert_id) where expert_id is not null;
create trigger evidence_is_never_deleted before delete on evidence
  for each row execute function refuse_rewriting_history();

-- Everyone who ever worked on a claim. Four eyes rest on it.
create table contribution (
  claim_id bigint not null references claim,
  subject text not null,
  name text not null,
  primary key (claim_id, subject)
);

create index contribution_by_subject on contribution (subject, claim_id);
create trigger contribution_is_written_once before update or delete on contribution
  for each row execute function refuse_rewriting_history();
create trigger contribution_is_never_truncated before truncate on contribution
  for each statement execute function refuse_rewriting_history();

create table event (
  id bigint generated always as identity primary key,
  claim_id bigint not null references claim,
  n int not null check (n >= 1),
  at timestamptz not null,
  by_subject text not null,
  by_name text not null,
  what text not null,
  note text check (char_length(note) <= 2000),
  -- What an edit changed, as JSON text exactly as it was hashed.
  changes text,
  previous text,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  unique (claim_id, n),
  check ((n = 1) = (previous is null))
);

create index event_by_person on event (by_subject, id desc);
create index event_by_what on event (what, id desc);
create trigger event_is_written_once before update or delete on event
  for each row execute function refuse_rewriting_history();
create trigger event_is_never_truncated before truncate on event
  for each statement execute function refuse_rewriting_history();
