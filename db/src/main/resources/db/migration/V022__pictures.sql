-- What pictures look like, so that one is known again smaller, compressed or with a border.

create table picture_hashes (
  workspace_id bigint not null,
  media_id bigint not null,
  perceptual bigint,
  perceptual_trimmed bigint,
  gradient bigint[],
  gradient_trimmed bigint[],
  problem text,
  looked_at timestamptz not null,
  constraint picture_hashes_pk primary key (workspace_id, media_id),
  constraint picture_hashes_media_fk foreign key (workspace_id, media_id) references media_items (workspace_id, id),
  constraint picture_hashes_problem_ck check (
    case when problem is null
      then perceptual is not null and perceptual_trimmed is not null
        and cardinality(gradient) = 4 and cardinality(gradient_trimmed) = 4
      else num_nonnulls(perceptual, perceptual_trimmed, gradient, gradient_trimmed) = 0 end)
);
comment on table picture_hashes is 'Of each picture whose file was looked at, its hashes or why there are none.';
comment on column picture_hashes.perceptual is 'Of the whole picture; NULL: see problem.';
comment on column picture_hashes.perceptual_trimmed is 'Without its border; NULL: see problem.';
comment on column picture_hashes.gradient is '256 bits in four words, of the whole picture; NULL: see problem.';
comment on column picture_hashes.gradient_trimmed is '256 bits in four words, without its border; NULL: see problem.';
comment on column picture_hashes.problem is 'Why it cannot be compared; NULL: it can.';

-- In how many bits two hashes differ.
create function bits_apart(bigint, bigint) returns bigint
  language sql immutable strict parallel safe
  return bit_count(($1 # $2)::bit(64));

create function words_apart(bigint[], bigint[]) returns bigint
  language sql immutable strict parallel safe
  return bit_count(($1[1] # $2[1])::bit(64)) + bit_count(($1[2] # $2[2])::bit(64))
    + bit_count(($1[3] # $2[3])::bit(64)) + bit_count(($1[4] # $2[4])::bit(64));
