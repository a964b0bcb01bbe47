create table expert (
  id bigint generated always as identity primary key,
  version int not null check (version >= 1),
  name text not null check (char_length(name) between 1 and 200),
  position text check (char_length(position) <= 200),
  affiliation text check (char_length(affiliation) <= 200),
  field text check (char_length(field) <= 200),
  url text check (char_length(url) <= 2048 and url ~* '^\s*https?://'),
  interests text check (char_length(interests) <= 2000)
);

create index expert_name_words on expert using gin (name gin_trgm_ops);
create index expert_by_name on expert (lower(name), id);
create trigger expert_is_never_removed before delete on expert
  for each row execute function refuse_rewriting_history();

create table rating_scale (
  version int primary key check (version >= 1),
  defined_at timestamptz not null,
  defined_by text not null
);

create table rating (
  scale int not null references rating_scale,
  place int not null check (place >= 0),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(key) <= 50),
  name text not null check (char_length(name) between 1 and 50),
  definition text not null check (char_length(definition) between 1 and 2000),
  number int check (number between 1 and 100),
  primary key (scale, place),
  unique (scale, key)
);

create trigger rating_scale_is_written_once before update or delete on rating_scale
  for each row execute function refuse_rewriting_history();
create trigger rating_is_written_once before update or delete on rating
  for each row execute function refuse_rewriting_history();
create trigger rating_scale_is_never_truncated before truncate on rating_scale
  for each statement execute function refuse_rewriting_history();
create trigger rating_is_never_truncated before truncate on rating
  for each statement execute function refuse_rewriting_history();

insert into rating_scale (version, defined_at, defined_by) values (1, now(), 'Assay');
insert into rating (scale, place, key, name, definition, number) values
  (1, 0, 'false', 'False', 'The evidence shows that the claim is not so.', 1),
  (1, 1, 'mostly-false', 'Mostly false', 'The claim holds a grain of fact, but what matters in it is not so.', 2),
  (1, 2, 'mixed', 'Mixed', 'Parts of the claim that matter are so and other parts are not.', 3),
  (1, 3, 'mostly-true', 'Mostly true', 'What matters in the claim is so; a detail is wrong or needs explaining.', 4),
  (1, 4, 'true', 'True', 'The evidence shows that the claim is so.', 5),
  (1, 5, 'missing-context', 'Missing context', 'The claim can be read as so only by leaving out what a reader needs to judge it.', null),
  (1, 6, 'unproven', 'Unproven', 'The evidence that can be had settles the claim neither way.', null);
