create index publication_withdrawn_lately on publication (withdrawn_at desc, claim_id desc) where withdrawn_at is not null;
