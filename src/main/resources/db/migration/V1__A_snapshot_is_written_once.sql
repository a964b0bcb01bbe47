-- What must never happen is refused here as well as in the application: rows that are evidence of what people agreed on
-- are written once. TRUNCATE is refused too.
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are written once: they are never changed or removed.', tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

create extension if not exists pg_trgm;

create table snapshot (
  id bigint generated always as identity primary key,
  text text not null check (char_length(text) between 1 and 200000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  captured_at timestamptz not null,
  captured_by text not null
);

create trigger snapshot_is_written_once before update or delete on snapshot
  for each row execute function refuse_rewriting_history();
create trigger snapshot_is_never_truncated before truncate on snapshot
  for each statement execute function refuse_rewriting_history();

create table article (
  id bigint generated always as identity primary key,
  version int not null check (version >= 1),
  snapshot_id bigint not null unique references snapshot,
  url text not null check (char_length(url) <= 2048 and url ~* '^\s*https?://'),
  -- The SHA-256 of the address after normalisation: an index entry may not hold 2,048 characters.
  known_as text not null unique check (known_as ~ '^[0-9a-f]{64}$'),
  title text not null check (char_length(title) between 1 and 300),
  publisher text check (char_length(publisher) <= 200),
  byline text check (char_length(byline) <= 200),
  published_on date,
  language text not null check (char_length(language) <= 35)
);

create index article_publisher_words on article using gin (publisher gin_trgm_ops);
create index article_title_words on article using gin (title gin_trgm_ops);

create function refuse_another_snapshot() returns trigger language plpgsql as $$
begin
  if new.snapshot_id <> old.snapshot_id then
    raise exception 'The snapshot of an article never changes.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger article_keeps_its_snapshot before update on article
  for each row execute function refuse_another_snapshot();
create trigger article_is_never_removed before delete on article
  for each row execute function refuse_rewriting_history();
