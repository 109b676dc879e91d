-- What ran by itself, when, how long and with what result.

create table job_runs (
  workspace_id bigint not null,
  id bigint generated always as identity,
  job text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  order_lines bigint,
  credits bigint,
  error text,
  constraint job_runs_pk primary key (workspace_id, id),
  constraint job_runs_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint job_runs_job_ck check (job in ('nightly', 'changes')),
  constraint job_runs_times_ck check (started_at <= finished_at),
  constraint job_runs_result_ck check ((error is null) = (order_lines is not null) and (error is null) = (credits is not null))
);
create index job_runs_job_ix on job_runs (workspace_id, job, id desc);
comment on column job_runs.job is 'nightly: everything; changes: what had changed.';
comment on column job_runs.order_lines is 'How many were looked at; NULL: it failed.';
comment on column job_runs.credits is 'How many were found; NULL: it failed.';
comment on column job_runs.error is 'NULL: it was done.';
