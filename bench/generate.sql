-- A newsroom of :claims claims, every fifth of them published, into an empty schema of Assay's: the same rows each time.
-- Events bear hashes of their own instead of a chain, since what is measured never reads them.
\set ON_ERROR_STOP on
begin;
set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '256MB';

-- A number from 0 up to but without 1 that is always the same for these two.
create function pg_temp.chance(n bigint, salt bigint) returns double precision language sql immutable as
$$ select (hashint8extended(n, salt) & 2147483647) / 2147483648.0 $$;

-- Few are named often and many seldom.
create function pg_temp.pick(n bigint, salt bigint, of_so_many int) returns int language sql immutable as
$$ select 1 + floor(of_so_many * power(pg_temp.chance(n, salt), 3))::int $$;

create temp table word as
select n, case
  when n <= 60 then (string_to_array('the of to in a and that for on by is was said with as it from at has were not are be'
    || ' this more than their year minister trade tax health budget climate prices border energy schools police vote court'
    || ' hospital wages rent water export tariff bank crime housing vaccine pension railway farmers fuel', ' '))[n]
  else (array['ba','ce','di','fo','gu','la','me','ni','ro','su'])[1 + n % 10]
    || (array['r','n','l','st','nd','m','k','rt','s','v'])[1 + n / 10 % 10]
    || (array['a','e','i','o','u','ia','ea','or','en','an'])[1 + n / 100 % 10]
    || (array['t','n','d','k','ng','l','rs','m','th','p'])[1 + n / 1000 % 10]
    || case when n < 10000 then '' else 'ion' end
  end as text
from generate_series(1, 20000) n;
create index on word (n);

create temp table sentence as
select n, upper(left(words, 1)) || substr(words, 2) || '.' as text
from (
  select s.n, string_agg(w.text, ' ' order by k) as words
  from generate_series(1, 5000) s(n) cross join generate_series(1, 15) k
  join word w on w.n = pg_temp.pick(s.n * 100 + k, 1, 20000)
  group by s.n
) made;
create index on sentence (n);

create temp table person as
select k.n, (array['Ada','Bruno','Clara','Dmitri','Elena','Farid','Greta','Hugo','Ines','Jonas'])[1 + k.n % 10] || ' '
  || initcap(w.text) as name
from generate_series(1, 6000) k(n) join word w on w.n = 100 + k.n;

create temp table place as
select k.n, initcap(w.text) || ' ' || (array['Courier','Herald','Post','Gazette'])[1 + k.n % 4] as publisher, w.text || ' policy' as topic
from generate_series(1, 200) k(n) join word w on w.n = 8000 + k.n;

insert into snapshot (id, text, sha256, captured_at, captured_by) overriding system value
select n, body, encode(sha256(convert_to(body, 'UTF8')), 'hex'), timestamptz '2010-01-01', 'rosa'
from (
  select a.n, string_agg(s.text, ' ' order by k) as body
  from generate_series(1, :claims / 100) a(n) cross join generate_series(1, 20) k
  join sentence s on s.n = 1 + floor(5000 * pg_temp.chance(a.n * 100 + k, 2))::int
  group by a.n
) made;

insert into article (id, version, snapshot_id, url, known_as, title, publisher, published_on, language) overriding system value
select a.n, 1, a.n, 'https://news.example.org/' || a.n, encode(sha256(convert_to(a.n::text, 'UTF8')), 'hex'),
  left(s.text, 200), p.publisher, date '2009-12-31', 'en'
from generate_series(1, :claims / 100) a(n)
join sentence s on s.n = 1 + a.n % 5000
join place p on p.n = pg_temp.pick(a.n, 3, 200);

insert into expert (id, version, name, position, affiliation, url) overriding system value
select n, 1, name, 'Professor', 'Example University', 'https://people.example.org/' || n from person where n > 5000;

create temp table made as
select i, i % 5 = 0 as published, i % 1000 = 0 as withdrawn, i % 250 = 0 and i % 1000 <> 0 as corrected,
  timestamptz '2010-01-01' + i * (interval '16 years' / :claims) as at,
  case when pg_temp.chance(i, 4) < 0.9 then 'en' else (array['de', 'fr', 'es'])[1 + i % 3] end as language,
  1 + i % (:claims / 100) as article, pg_temp.pick(i, 5, 5000) as claimant, pg_temp.pick(i, 6, 200) as topic,
  pg_temp.pick(i, 7, 200) as other_topic, 5000 + pg_temp.pick(i, 8, 1000) as expert, (i / 5 % 7)::int as place,
  'claim-' || i as slug, upper(left(words, 1)) || substr(words, 2) || '.' as statement
from (
  select c.i, string_agg(w.text, ' ' order by k) as words
  from generate_series(1, :claims) c(i) cross join generate_series(1, 12) k
  join word w on w.n = pg_temp.pick(c.i * 100 + k, 9, 20000)
  group by c.i
) stated;
create index on made (i);
analyze made;

insert into claim (id, version, head, stage, statement, language, claimant_name, claimant_position, claimant_type, wording,
  claimed_on, topics, article_id, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end, last_evidence, slug, published_versions, live,
  logged_at, changed_at) overriding system value
select i, 1, encode(sha256(convert_to(i || ' 1', 'UTF8')), 'hex'),
  case when withdrawn then 'WITHDRAWN' when published then 'PUBLISHED' when i % 5 = 1 then 'DROPPED' else 'LOGGED' end,
  statement, language, p.name, 'Minister', 'PERSON', 'STATED', at::date,
  case when made.topic = other_topic then array[t.topic] else array[t.topic, o.topic] end, article, left(s.text, 20), '', substr(s.text, 21, 32), 0, 20, 1,
  case when published then made.slug end, case when not published then 0 when corrected then 2 else 1 end,
  published and not withdrawn, at, at
from made
join person p on p.n = claimant
join place t on t.n = made.topic
join place o on o.n = other_topic
join snapshot s on s.id = article;

insert into evidence (claim_id, n, stance, kind, note, quote, expert_id, source_title, source_publisher, source_url,
  attached_at, attached_by)
select i, 1, 'REFUTES', 'EXPERT_STATEMENT', s.text, left(s.text, 40), expert, 'Interview', 'Example Wire',
  'https://wire.example.org/' || i, at, 'rosa'
from made join sentence s on s.n = 1 + i % 5000;

insert into contribution (claim_id, subject, name) select i, 'rosa', 'rosa' from made;

insert into event (claim_id, n, at, by_subject, by_name, what, previous, hash)
select i, n, at, 'rosa', 'rosa', what, case when n > 1 then encode(sha256(convert_to(i || ' ' || n - 1, 'UTF8')), 'hex') end,
  encode(sha256(convert_to(i || ' ' || n, 'UTF8')), 'hex')
from made cross join (values (1, 'log'), (2, 'propose'), (3, 'approve'), (4, 'publish'), (5, 'withdraw')) as move(n, what)
where n = 1 or published and (n < 5 or withdrawn)
order by i, n;

insert into dossier (id, claim_id, n, content, digest, scale, rating, summary, rationale, proposed_at, proposed_by,
  proposed_by_name, proposed_as) overriding system value
select i * 10 + n, i, n, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), 1, key, summary, rationale, at, 'rosa',
  'rosa', 'REVIEWER'
from (
  select i, n, at, key, summary, rationale, json_strip_nulls(json_build_object(
    'claim', i, 'statement', statement, 'language', language, 'wording', 'stated',
    'claimant', json_build_object('name', claimant, 'position', 'Minister', 'type', 'person'),
    'claimedOn', at::date, 'topics', topics,
    'quote', json_build_object('exact', quote, 'prefix', '', 'suffix', suffix, 'start', 0, 'end', 20, 'selectors', json_build_array(
      json_build_object('type', 'TextQuoteSelector', 'exact', quote, 'prefix', '', 'suffix', suffix),
      json_build_object('type', 'TextPositionSelector', 'start', 0, 'end', 20))),
    'article', json_build_object('particulars', json_build_object('url', url, 'title', title, 'publisher', publisher,
      'publishedOn', '2009-12-31', 'language', 'en'), 'sha256', sha256, 'capturedAt', '2010-01-01T00:00:00Z'),
    'evidence', json_build_array(json_build_object('n', 1, 'content', json_build_object('stance', 'refutes',
      'kind', 'expert-statement', 'note', note, 'quote', left(note, 40), 'source', json_build_object('title', 'Interview',
      'publisher', 'Example Wire', 'url', 'https://wire.example.org/' || i)), 'origin', 'wire.example.org',
      'expertId', expert, 'expert', json_build_object('name', expert_name, 'position', 'Professor',
      'affiliation', 'Example University', 'url', 'https://people.example.org/' || expert))),
    'verdict', json_build_object('scale', 1, 'rating', json_build_object('key', key, 'name', name, 'definition', definition,
      'number', number), 'worst', 1, 'best', 5, 'summary', summary, 'rationale', rationale),
    'claimReview', json_build_object('@type', 'ClaimReview', '@context', 'https://schema.org',
      'url', :'site' || '/checks/' || slug, 'claimReviewed', statement, 'inLanguage', language,
      'reviewRating', json_build_object('@type', 'Rating', 'ratingValue', number, 'worstRating', 1, 'bestRating', 5,
        'alternateName', name, 'ratingExplanation', summary),
      'itemReviewed', json_build_object('@type', 'Claim', 'author', json_build_object('@type', 'Person', 'name', claimant,
        'jobTitle', 'Minister'), 'datePublished', at::date, 'appearance', json_build_object('@type', 'CreativeWork',
        'url', url, 'headline', title)),
      'author', json_build_object('@type', 'Organization', 'name', 'The Measured Newsroom', 'url', :'site'),
      'citation', json_build_array(json_build_object('@type', 'CreativeWork', 'name', 'Interview',
        'url', 'https://wire.example.org/' || i)))))::text as content
  from (
    select m.i, v.n, m.at, m.slug, m.statement, m.language, p.name as claimant, c.topics, c.quote_exact as quote, c.quote_suffix as suffix,
      a.url, a.title, a.publisher, sn.sha256, e.note, m.expert, x.name as expert_name, r.key, r.name, r.definition, r.number,
      s1.text || ' ' || s2.text as summary,
      s3.text || ' ' || s4.text || E'\n\n' || s5.text || ' ' || s1.text || E'\n\n' || s2.text || ' ' || s4.text as rationale
    from made m
    join (values (1), (2)) v(n) on v.n = 1 or m.corrected
    join claim c on c.id = m.i
    join person p on p.n = m.claimant
    join person x on x.n = m.expert
    join article a on a.id = m.article
    join snapshot sn on sn.id = m.article
    join evidence e on e.claim_id = m.i
    join rating r on r.scale = 1 and r.place = m.place
    join sentence s1 on s1.n = 1 + floor(5000 * pg_temp.chance(m.i, 11))::int
    join sentence s2 on s2.n = 1 + floor(5000 * pg_temp.chance(m.i, 12))::int
    join sentence s3 on s3.n = 1 + floor(5000 * pg_temp.chance(m.i, 13))::int
    join sentence s4 on s4.n = 1 + floor(5000 * pg_temp.chance(m.i, 14))::int
    join sentence s5 on s5.n = 1 + floor(5000 * pg_temp.chance(m.i, 15))::int
    where m.published
  ) told
) frozen;

insert into approval (dossier_id, digest, approved_at, approved_by, approved_by_name)
select id, digest, proposed_at, 'emil', 'emil' from dossier;

update claim set dossier_id = d.id from dossier d where d.claim_id = claim.id and d.n = claim.published_versions;

insert into publication (claim_id, slug, live_version, published_at, withdrawn_at, withdrawn_reason, gone_up_to)
select i, slug, case when withdrawn then null when corrected then 2 else 1 end, at, case when withdrawn then at end,
  case when withdrawn then 'It was about another.' end, case when withdrawn then 1 else 0 end
from made where published;

insert into published_version (claim_id, n, dossier_id, published_at, published_by, published_by_name, change, note)
select claim_id, n, id, proposed_at, 'emil', 'emil', case when n > 1 then 'CORRECTION' end,
  case when n > 1 then 'A figure was wrong.' end
from dossier;

insert into publication_change (claim_id, at) select i, at from made where published order by i;

insert into listing (claim_id, n, published_at, slug, statement, language, wording, claimant, position, rating, rating_name,
  level, summary, change)
select i, d.n, at, slug, statement, language, 'STATED', p.name, 'Minister', r.key, r.name, coalesce(r.number - 1, -1),
  d.summary, case when d.n > 1 then 'CORRECTION' end
from made
join person p on p.n = claimant
join rating r on r.scale = 1 and r.place = made.place
join dossier d on d.claim_id = i and d.n = case when corrected then 2 else 1 end
where published and not withdrawn
order by i;

create temp table named as
select i, 0 as place, 'CLAIMANT' as kind, 'claimant:name:' || lower(p.name) as identity, p.name, 'claimants' as folder
from made join person p on p.n = claimant where published
union all
select i, 1, 'TOPIC', 'topic:' || t.topic, t.topic, 'topics' from made join place t on t.n = made.topic where published
union all
select i, 2, 'TOPIC', 'topic:' || t.topic, t.topic, 'topics' from made join place t on t.n = other_topic
where published and made.topic <> other_topic
union all
select i, 3, 'PUBLISHER', 'publisher:' || lower(a.publisher), a.publisher, 'publishers'
from made join article a on a.id = article where published
union all
select i, 4, 'EXPERT', 'expert:' || expert, x.name, 'experts' from made join person x on x.n = expert where published;

insert into subject (identity, kind, address)
select identity, kind, '/' || folder || '/' || replace(lower(name), ' ', '-')
from (select distinct identity, kind, folder, name from named) each
order by identity;

insert into listed_under (claim_id, subject_id, place, name, published_at, rating, rating_name, level)
select l.claim_id, s.id, n.place, n.name, l.published_at, l.rating, l.rating_name, l.level
from named n join listing l on l.claim_id = n.i join subject s on s.identity = n.identity
order by l.claim_id, n.place;

select setval(pg_get_serial_sequence('snapshot', 'id'), :claims), setval(pg_get_serial_sequence('article', 'id'), :claims),
  setval(pg_get_serial_sequence('expert', 'id'), :claims), setval(pg_get_serial_sequence('claim', 'id'), :claims),
  setval(pg_get_serial_sequence('dossier', 'id'), :claims * 10::bigint + 10);
insert into rating_count (subject_id, rating, rating_name, level, checks)
select subject_id, rating, rating_name, level, count(*) from listed_under group by subject_id, rating, rating_name, level;

commit;
vacuum analyze;
