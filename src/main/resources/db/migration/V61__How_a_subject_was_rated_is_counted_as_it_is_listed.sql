-- How many live checks of a subject bear a label: what a claimant's page shows as a chart. Counted along with listed_under,
-- since to count a hundred thousand rows for each reader takes longer than all else on the page.
create table rating_count (
  subject_id bigint not null references subject on delete cascade,
  rating text not null,
  rating_name text not null,
  level int not null,
  checks bigint not null check (checks >= 0),
  primary key (subject_id, rating, rating_name, level)
);

insert into rating_count (subject_id, rating, rating_name, level, checks)
select subject_id, rating, rating_name, level, count(*) from listed_under group by subject_id, rating, rating_name, level;

-- It served that counting.
drop index listed_under_ratings;

create function count_ratings() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'UPDATE') then
    update rating_count c set checks = c.checks - o.checks
    from (select subject_id, rating, rating_name, level, count(*) as checks from was group by subject_id, rating, rating_name, level) o
    where (c.subject_id, c.rating, c.rating_name, c.level) = (o.subject_id, o.rating, o.rating_name, o.level);
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into rating_count as c (subject_id, rating, rating_name, level, checks)
    select subject_id, rating, rating_name, level, count(*) from now_is group by subject_id, rating, rating_name, level
    on conflict (subject_id, rating, rating_name, level) do update set checks = c.checks + excluded.checks;
  end if;
  return null;
end $$;

-- PostgreSQL wants a trigger for each kind of change where it is to see all rows of a statement.
create trigger ratings_counted_in after insert on listed_under referencing new table as now_is
  for each statement execute function count_ratings();
create trigger ratings_counted_out after delete on listed_under referencing old table as was
  for each statement execute function count_ratings();
create trigger ratings_counted_anew after update on listed_under referencing old table as was new table as now_is
  for each statement execute function count_ratings();
