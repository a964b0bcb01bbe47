-- Sessions that the identity provider ended before their time: 'sid:' and the session, or 'sub:' and whose they all are.
create table ended_session (
  id text primary key,
  ended_at timestamptz not null
);

-- What said so; each token is taken once.
create table logout_token (
  jti text primary key,
  taken_at timestamptz not null
);
