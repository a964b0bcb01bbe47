-- A live check as lists show it, copied from its dossier. Derived: what is missing here is written again at the next start.
create table listing (
  claim_id bigint primary key references publication,
  n int not null,
  published_at timestamptz not null,
  slug text not null,
  statement text not null,
  language text not null,
  wording text not null check (wording in ('STATED', 'IMPLIED')),
  claimant text,
  position text,
  rating text not null,
  rating_name text not null,
  level int not null check (level between -1 and 4),
  summary text not null,
  change text check (change in ('CORRECTION', 'UPDATE'))
);

create index listing_latest on listing (published_at desc, claim_id desc);
create index listing_by_rating on listing (rating, published_at desc, claim_id desc);

-- A topic, a claimant, a publisher or an expert. It outlives the checks that name it, so that its address is never another's.
create table subject (
  id bigint generated always as identity primary key,
  identity text not null unique,
  kind text not null check (kind in ('TOPIC', 'CLAIMANT', 'PUBLISHER', 'EXPERT')),
  address text not null unique check (address ~ '^/[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$')
);

create table subject_address_before (
  address text primary key,
  subject_id bigint not null references subject
);

create index subject_address_before_by_subject on subject_address_before (subject_id);

-- Which subjects a live check names, in which words and in which order.
create table listed_under (
  claim_id bigint not null references listing on delete cascade,
  subject_id bigint not null references subject,
  place int not null,
  name text not null,
  published_at timestamptz not null,
  rating text not null,
  rating_name text not null,
  level int not null,
  primary key (claim_id, subject_id)
);

create index listed_under_latest on listed_under (subject_id, published_at desc, claim_id desc);
create index listed_under_ratings on listed_under (subject_id, level, rating_name, rating);
create index listed_under_name on listed_under (lower(name), subject_id);

-- Corrections and withdrawals, the latest first.
create index published_version_corrections on published_version (published_at desc, claim_id desc) where change = 'CORRECTION';
create index event_withdrawals on event (at desc, claim_id desc) where what = 'withdraw';
