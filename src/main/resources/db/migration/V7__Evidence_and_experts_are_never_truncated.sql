-- Their rows are never deleted one by one, so not all at once either.
create trigger evidence_is_never_truncated before truncate on evidence
  for each statement execute function refuse_rewriting_history();
create trigger expert_is_never_truncated before truncate on expert
  for each statement execute function refuse_rewriting_history();
