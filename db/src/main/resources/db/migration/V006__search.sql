-- The later tiers of the search: parts of SKUs, spelling, some of the words, similar SKUs; titles in
-- scripts that are written without blanks; what a team linked lately.

create extension if not exists pg_trgm with schema public;

-- A letter of a script that has no blanks between words, or of Hangul, which glues particles to
-- them: Thai, Lao, Burmese, Khmer, Kana, Bopomofo, Han, Hangul.
create function unspaced_letter() returns text
  language sql immutable parallel safe
  return '[\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u3005-\u31FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFFDC\U00020000-\U0003FFFF]';

create function has_unspaced(text) returns boolean
  language sql immutable strict parallel safe
  return $1 ~ public.unspaced_letter();

-- What is left of a text without its runs of such letters.
create function without_unspaced(text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace($1, public.unspaced_letter() || '+', ' ', 'g'));

-- What a part of a run of such letters is found by: each pair of neighbours, and the last letter,
-- so that each letter begins something.
create function unspaced_words(text) returns tsvector
  language sql immutable strict parallel safe
  as $$
    select strip(to_tsvector('simple'::regconfig,
      coalesce(string_agg(substr(run.letters[1], place, 2), ' '), '')))
    from regexp_matches($1, public.unspaced_letter() || '+', 'g') as run (letters),
      generate_series(1, char_length(run.letters[1])) as place
  $$;

create function unspaced_asked(text) returns tsquery
  language sql immutable strict parallel safe
  as $$
    select to_tsquery('simple'::regconfig, coalesce(string_agg(
      case when char_length(run.letters[1]) = 1 then run.letters[1] || ':*'
        else substr(run.letters[1], place, 2) end, ' & '), ''))
    from regexp_matches($1, public.unspaced_letter() || '+', 'g') as run (letters),
      generate_series(1, greatest(char_length(run.letters[1]) - 1, 1)) as place
  $$;

create or replace function searchable_words(words text, joined_words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('public.catalogue'::regconfig, words)
    || strip(to_tsvector('public.catalogue'::regconfig, joined_words))
    || strip(to_tsvector('simple'::regconfig, words || ' ' || joined_words))
    || case
      when public.has_unspaced(words) then
        strip(to_tsvector('public.catalogue'::regconfig, public.without_unspaced(words)))
          || public.unspaced_words(words)
      else ''::tsvector
    end;

create or replace function whole_words(text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when public.has_unspaced($1) then
      plainto_tsquery('public.catalogue'::regconfig,
          public.without_unspaced(public.fold_words($1)))
        && public.unspaced_asked(public.fold_words($1))
    when char_length(public.fold_words($1)) < 2 then null
    when public.fold_words($1) = public.fold_joined_words($1) then
      plainto_tsquery('public.catalogue'::regconfig, public.fold_words($1))
    else plainto_tsquery('public.catalogue'::regconfig, public.fold_words($1))
      || plainto_tsquery('public.catalogue'::regconfig, public.fold_joined_words($1))
  end;

create or replace function folded_words_begun(words text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when public.has_unspaced(words) then
      coalesce(
          public.folded_words_begun(public.without_unspaced(words)),
          plainto_tsquery('simple'::regconfig, public.without_unspaced(words)))
        && public.unspaced_asked(words)
    when char_length(words) < 2 then null
    when words ~ ' ' then
      plainto_tsquery('public.catalogue'::regconfig, substring(words from '^(.+) '))
        && to_tsquery('simple'::regconfig, substring(words from '[^ ]+$') || ':*')
    else to_tsquery('simple'::regconfig, words || ':*')
  end;

update products set title = title
where has_unspaced(title || ' ' || join_tags(tags) || ' ' || product_type || ' ' || vendor);

create aggregate any_of(tsquery) (sfunc = tsquery_or, stype = tsquery, parallel = safe);
create aggregate all_of(tsquery) (sfunc = tsquery_and, stype = tsquery, parallel = safe);

-- What finds a text that has any of these words; a word of one letter is none.
create function any_words(words text[]) returns tsquery
  language sql immutable strict parallel safe
  as $$
    select public.any_of(public.whole_words(word)) from unnest(words) as word
  $$;

-- What finds a text that has all of these words but one. NULL for less than three.
create function most_words(words text[]) returns tsquery
  language sql immutable strict parallel safe
  as $$
    select public.any_of(most.words)
    from (
      select public.all_of(public.whole_words(word)) as words
      from generate_subscripts(words, 1) as left_out,
        unnest(words) with ordinality as given (word, place)
      where place <> left_out and cardinality(words) >= 3
      group by left_out) as most
  $$;

-- A folded SKU in which letters and digits that look the same are the same.
create function sku_shape(text) returns text
  language sql immutable strict parallel safe
  return translate($1, 'oil', '011');

create index product_variants_sku_shape_ix on product_variants (workspace_id, sku_shape(sku_folded));
create index product_variants_sku_part_ix on product_variants
  using gin (workspace_id, sku_folded gin_trgm_ops);

create table catalogue_words (
  workspace_id bigint not null,
  word text not null,
  products integer not null,
  constraint catalogue_words_pk primary key (workspace_id, word),
  constraint catalogue_words_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint catalogue_words_products_ck check (products > 0)
);
comment on table catalogue_words is
  'The words of a team''s products, by which what people type is corrected; counted anew by imports.';
comment on column catalogue_words.products is 'How many have the word, nearly: one that has the word and another form of it may count for the other only.';

-- The words of a team's products. Their vectors hold stems too, which are no words: a product with a
-- stem has a word with that stem, so what is left of a stem's products without those of its words is
-- what has the stem itself as a word.
create function count_words(workspace bigint) returns table (word text, products integer)
  language sql stable strict
  as $$
    with counted as materialized (
      select word, ndoc,
        (ts_lexize(
          case when word ~ '^[a-z]+$' then 'public.catalogue_stem'
            else 'public.catalogue_stem_cyrillic' end::regdictionary, word))[1] as stem
      from ts_stat(
        'select all_words from public.products where deleted_at is null and workspace_id = '
          || workspace)
      where char_length(word) between 3 and 40 and word !~ '[^[:alpha:]]'
        and not public.has_unspaced(word)),
    forms as (
      select stem, sum(ndoc) as ndoc from counted where stem <> word group by stem)
    select counted.word, (counted.ndoc - coalesce(forms.ndoc, 0))::integer
    from counted left join forms on forms.stem = counted.word
    where counted.ndoc > coalesce(forms.ndoc, 0)
  $$;

insert into catalogue_words (workspace_id, word, products)
select id, word, products from workspaces, count_words(id);

create index media_product_links_recent_ix on media_product_links (workspace_id, linked_at desc, id desc)
  where unlinked_at is null;

-- The planner knows nothing of a new index's expressions until then.
analyze product_variants;
