-- What whole_words and begun_words do with a text that is folded already: a search needs the folded
-- text for several of them, and to fold it took longer than all the rest of them.

create function whole_words(words text, joined_words text, unspaced boolean) returns tsquery
  language sql immutable strict parallel safe
  return case
    when unspaced then
      plainto_tsquery('public.catalogue'::regconfig, public.without_unspaced(words))
        && public.unspaced_asked(words)
    when char_length(words) < 2 then null
    when words = joined_words then plainto_tsquery('public.catalogue'::regconfig, words)
    else plainto_tsquery('public.catalogue'::regconfig, words)
      || plainto_tsquery('public.catalogue'::regconfig, joined_words)
  end;

create or replace function whole_words(text) returns tsquery
  language sql immutable strict parallel safe
  return public.whole_words(
    public.fold_words($1), public.fold_joined_words($1), public.has_unspaced($1));

create function begun_words(words text, joined_words text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when words = joined_words then public.folded_words_begun(words)
    else public.folded_words_begun(words) || public.folded_words_begun(joined_words)
  end;

create or replace function begun_words(text) returns tsquery
  language sql immutable strict parallel safe
  return public.begun_words(public.fold_words($1), public.fold_joined_words($1));

create function begun_words_lookup(words text, joined_words text) returns tsquery
  language sql immutable strict parallel safe
  return case
    when words = joined_words then public.folded_words_lookup(words)
    else public.folded_words_lookup(words) || public.folded_words_lookup(joined_words)
  end;

create or replace function begun_words_lookup(text) returns tsquery
  language sql immutable strict parallel safe
  return public.begun_words_lookup(public.fold_words($1), public.fold_joined_words($1));
