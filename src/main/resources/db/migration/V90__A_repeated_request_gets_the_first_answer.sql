-- What the API answered to requests that bore an Idempotency-Key: whoever sends the same again within a day gets the same.
create table first_answer (
  caller text not null,
  key text not null,
  request text not null,
  body_sha256 text not null,
  status int not null,
  location text,
  etag text,
  body text,
  answered_at timestamptz not null,
  primary key (caller, key)
);

-- The oldest are forgotten first.
create index first_answer_by_age on first_answer (answered_at);
