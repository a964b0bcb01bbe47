-- Every replica follows this list to know which of its pages and index entries are out of date.
create table publication_change (
  seq bigint generated always as identity primary key,
  claim_id bigint not null references publication,
  at timestamptz not null default clock_timestamp()
);

-- Who changes what readers see waits for whoever is about to: numbers are taken in the order of the commits, so that a
-- follower who has seen one has seen all before it.
create function tell_followers() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('publication_change', 0));
  insert into publication_change (claim_id) values (new.claim_id);
  notify publication_change;
  return null;
end $$;

create trigger publication_change_is_told
  after insert or update of live_version, gone_up_to, slug on publication
  for each row execute function tell_followers();

create trigger publication_change_is_written_once before update or delete on publication_change
  for each row execute function refuse_rewriting_history();
create trigger publication_change_is_never_truncated before truncate on publication_change
  for each statement execute function refuse_rewriting_history();

insert into publication_change (claim_id, at) select claim_id, published_at from publication order by published_at, claim_id;
