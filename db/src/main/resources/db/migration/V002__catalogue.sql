-- Products of Shopify and Printify as one catalogue, and how they are found.

create extension if not exists unaccent with schema public;
-- Lets the word indexes start with workspace_id, so that a search reads one team's words only.
create extension if not exists btree_gin with schema public;

-- Whole words in any case and accent: lower case, accents off, everything but letters and digits a
-- space. Documents and queries both go through it. Invisible characters (soft hyphens, marks of
-- direction) are nothing, and "men's" is "mens", for people type both. unaccent(text) is only STABLE
-- because its dictionary could change; named explicitly it may be indexed.
create function fold_words(text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary,
      regexp_replace(translate($1, '©®™', '   '),
        '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[''\u2019](?=[sS]\M)', '', 'g'))),
    '[^[:alnum:]]+', ' ', 'g'));

-- A SKU as people type it: case, punctuation and blanks do not count, and Cyrillic letters that look
-- like Latin ones are the Latin ones (real catalogues mix them). NULL if nothing is left. Cut, for an
-- index takes no longer ones.
create function fold_sku(text) returns text
  language sql immutable strict parallel safe
  return nullif(left(
    translate(replace(public.fold_words($1), ' ', ''), 'авекмнорстухіјѕ', 'abekmhopctyxijs'), 200), '');

-- A title or handle as a whole. Cut as above; NULL if nothing is left.
create function fold_name(text) returns text
  language sql immutable strict parallel safe
  return nullif(left(public.fold_words($1), 200), '');

-- As fold_words, but what a hyphen joins is one word: a T-shirt is found as "t shirt" and "tshirt".
create function fold_joined_words(text) returns text
  language sql immutable strict parallel safe
  return public.fold_words(regexp_replace($1, '(?<=[[:alnum:]])-(?=[[:alnum:]])', '', 'g'));

-- array_to_string is only STABLE, for the sake of other element types.
create function join_tags(text[]) returns text
  language sql immutable strict parallel safe
  return array_to_string($1, ' ');

-- Word stems without stop words: "all in one" is a product title here. Folded words with letters
-- beyond ASCII are rarely English: those in Cyrillic are stemmed as Russian, others stay.
create text search dictionary catalogue_stem (template = snowball, language = english);
create text search dictionary catalogue_stem_cyrillic (template = snowball, language = russian);
create text search configuration catalogue (copy = simple);
alter text search configuration catalogue
  alter mapping for asciiword, asciihword, hword_asciipart with catalogue_stem;
alter text search configuration catalogue
  alter mapping for word, hword, hword_part with catalogue_stem_cyrillic;

-- What a text is found by: its stems, ranked by; and, only to be found, joined words and words as
-- they are written, without which "generato" would not find a generator while it is being typed.
create function searchable_words(words text, joined_words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('public.catalogue'::regconfig, words)
    || strip(to_tsvector('public.catalogue'::regconfig, joined_words))
    || strip(to_tsvector('simple'::regconfig, words || ' ' || joined_words));

create function searchable_words(text) returns tsvector
  language sql immutable strict parallel safe
  return public.searchable_words(public.fold_words($1), public.fold_joined_words($1));

-- What finds a text that has all of these words. NULL if that were less than two letters: too many
-- texts have a letter.
create function whole_words(text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when char_length(public.fold_words($1)) < 2 then null
    when public.fold_words($1) = public.fold_joined_words($1) then
      plainto_tsquery('public.catalogue'::regconfig, public.fold_words($1))
    else plainto_tsquery('public.catalogue'::regconfig, public.fold_words($1))
      || plainto_tsquery('public.catalogue'::regconfig, public.fold_joined_words($1))
  end;

create function folded_words_begun(words text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when char_length(words) < 2 then null
    when words ~ ' ' then
      plainto_tsquery('public.catalogue'::regconfig, substring(words from '^(.+) '))
        && to_tsquery('simple'::regconfig, substring(words from '[^ ]+$') || ':*')
    else to_tsquery('simple'::regconfig, words || ':*')
  end;

-- As whole_words, but of the last word perhaps only the beginning.
create function begun_words(text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when public.fold_words($1) = public.fold_joined_words($1) then
      public.folded_words_begun(public.fold_words($1))
    else public.folded_words_begun(public.fold_words($1))
      || public.folded_words_begun(public.fold_joined_words($1))
  end;

create function folded_words_lookup(words text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when words ~ ' .$' then
      plainto_tsquery('public.catalogue'::regconfig, substring(words from '^(.+) '))
    else public.folded_words_begun(words)
  end;

-- What an index finds quickly and begun_words is then to be checked on: the same, but without a last
-- word of one letter, with which half of all words begin.
create function begun_words_lookup(text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when public.fold_words($1) = public.fold_joined_words($1) then
      public.folded_words_lookup(public.fold_words($1))
    else public.folded_words_lookup(public.fold_words($1))
      || public.folded_words_lookup(public.fold_joined_words($1))
  end;

create table products (
  workspace_id bigint not null,
  id bigint generated always as identity,
  handle text,
  title text not null,
  product_type text not null default '',
  vendor text not null default '',
  tags text[] not null default '{}',
  status text not null default 'active',
  image_url text,
  min_price_minor bigint,
  max_price_minor bigint,
  currency text not null,
  import_hash bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  title_folded text generated always as (public.fold_name(title)) stored,
  handle_folded text generated always as (public.fold_name(handle)) stored,
  title_words tsvector not null generated always as (public.searchable_words(title)) stored,
  all_words tsvector not null
    generated always as (
      public.searchable_words(
        title || ' ' || public.join_tags(tags) || ' ' || product_type || ' ' || vendor)) stored,
  constraint products_pk primary key (workspace_id, id),
  constraint products_workspace_fk foreign key (workspace_id) references workspaces (id),
  constraint products_handle_uk unique (workspace_id, handle),
  constraint products_title_ck check (title <> ''),
  constraint products_handle_ck check (handle <> ''),
  constraint products_status_ck check (status in ('active', 'draft', 'archived')),
  constraint products_price_ck
    check (min_price_minor >= 0 and max_price_minor >= min_price_minor
      and (min_price_minor is null) = (max_price_minor is null)),
  constraint products_currency_ck check (currency ~ '^[A-Z]{3}$')
);
create index products_title_folded_ix on products (workspace_id, title_folded);
create index products_handle_folded_ix on products (workspace_id, handle_folded);
create index products_words_ix on products using gin (workspace_id, title_words, all_words);
comment on column products.handle is 'Shopify''s name of the product in URLs; NULL: not published there.';
comment on column products.image_url is 'NULL: no picture.';
comment on column products.min_price_minor is 'Of the variants, in minor units of currency; NULL: unpriced.';
comment on column products.max_price_minor is 'Of the variants, in minor units of currency; NULL: unpriced.';
comment on column products.import_hash is 'SHA-256 of what the last import said; the same again changes nothing.';
comment on column products.deleted_at is 'NULL: in the catalogue.';
comment on column products.title_folded is 'NULL: no letter or digit in it.';
comment on column products.handle_folded is 'NULL: no handle, or no letter or digit in it.';

create table product_aliases (
  workspace_id bigint not null,
  source text not null,
  external_id text not null,
  product_id bigint not null,
  constraint product_aliases_pk primary key (workspace_id, source, external_id),
  constraint product_aliases_product_fk foreign key (workspace_id, product_id) references products (workspace_id, id),
  constraint product_aliases_source_ck check (source in ('shopify', 'printify')),
  constraint product_aliases_external_id_ck check (external_id <> '')
);
create unique index product_aliases_one_shopify_uk on product_aliases (workspace_id, product_id)
  where source = 'shopify';
create index product_aliases_product_ix on product_aliases (workspace_id, product_id);
comment on table product_aliases is
  'What a source calls the product: a product sold in Shopify and printed by Printify is one product with two aliases or more.';

create table product_variants (
  workspace_id bigint not null,
  id bigint generated always as identity,
  product_id bigint not null,
  position integer not null,
  title text not null,
  sku text,
  barcode text,
  price_minor bigint,
  shopify_id text,
  printify_id text,
  sku_folded text generated always as (public.fold_sku(sku)) stored,
  barcode_folded text generated always as (public.fold_sku(barcode)) stored,
  constraint product_variants_pk primary key (workspace_id, id),
  constraint product_variants_product_fk foreign key (workspace_id, product_id) references products (workspace_id, id),
  constraint product_variants_title_uk unique (workspace_id, product_id, title),
  constraint product_variants_position_ck check (position >= 1),
  constraint product_variants_price_ck check (price_minor >= 0)
);
create index product_variants_sku_ix on product_variants (workspace_id, sku_folded text_pattern_ops);
create index product_variants_barcode_ix on product_variants (workspace_id, barcode_folded);
comment on column product_variants.position is 'From 1, as in the shop.';
comment on column product_variants.title is 'Option values joined by " / "; what tells the variants of a product apart.';
comment on column product_variants.sku is 'NULL: has none. Not unique: shops do give several products one SKU.';
comment on column product_variants.barcode is 'NULL: has none.';
comment on column product_variants.price_minor is 'In minor units of the product''s currency; NULL: unpriced.';
comment on column product_variants.shopify_id is 'NULL: not known (a CSV export does not say).';
comment on column product_variants.printify_id is 'NULL: not made by Printify.';
comment on column product_variants.sku_folded is 'NULL: no SKU, or no letter or digit in it.';
comment on column product_variants.barcode_folded is 'NULL: no barcode, or no letter or digit in it.';
