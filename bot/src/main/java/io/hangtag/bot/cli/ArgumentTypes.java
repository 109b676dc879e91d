package io.hangtag.bot.cli;

import io.hangtag.bot.Locality;
import io.hangtag.core.attribution.AttributionModel;
import io.hangtag.core.attribution.Dating;
import io.hangtag.core.attribution.Window;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.PeriodType;
import io.hangtag.core.insight.RankingPeriod;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.merging.MergeId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How arguments become the types that commands work with; what is illegal names what is legal.
final class ArgumentTypes {
  private ArgumentTypes() {}

  static void register(CommandLine line) {
    line.registerConverter(MediaId.class, refusing(text -> number(text, MediaId::new)))
        .registerConverter(LinkId.class, refusing(text -> number(text, LinkId::new)))
        .registerConverter(BatchId.class, refusing(text -> number(text, BatchId::new)))
        .registerConverter(MergeId.class, refusing(text -> number(text, MergeId::new)))
        .registerConverter(
            Source.class, refusing(text -> one(text, List.of(Source.values()), Source::code)))
        .registerConverter(
            LinkType.class, refusing(text -> one(text, List.of(LinkType.values()), LinkType::code)))
        .registerConverter(
            AttributionModel.class,
            refusing(text -> one(text, List.of(AttributionModel.values()), AttributionModel::code)))
        .registerConverter(
            Dating.class, refusing(text -> one(text, List.of(Dating.values()), Dating::code)))
        .registerConverter(
            PeriodType.class,
            refusing(text -> one(text, List.of(PeriodType.values()), PeriodType::code)))
        .registerConverter(
            Metric.class, refusing(text -> one(text, List.of(Metric.values()), Metric::code)))
        .registerConverter(
            RankingPeriod.class,
            refusing(text -> one(text, List.of(RankingPeriod.values()), RankingPeriod::code)))
        .registerConverter(Window.class, refusing(ArgumentTypes::window))
        .registerConverter(LocalDate.class, refusing(ArgumentTypes::date))
        .registerConverter(UtmTags.class, refusing(UtmTags::of))
        .registerConverter(JsonObject.class, refusing(JsonObject::of))
        .registerConverter(ZoneId.class, refusing(Locality::timezone))
        .registerConverter(Currency.class, refusing(Locality::currency));
  }

  /// A type that people give, which `suggested` is not.
  static final class GivenType implements ITypeConverter<LinkType> {
    @Override
    public LinkType convert(String text) {
      List<LinkType> given =
          Arrays.stream(LinkType.values()).filter(type -> type != LinkType.SUGGESTED).toList();
      return refusing(argument -> one(argument, given, LinkType::code)).convert(text);
    }
  }

  /// How many of a list to show.
  static final class Limit implements ITypeConverter<Integer> {
    private static final int MAX = 1_000;

    @Override
    public Integer convert(String text) {
      return refusing(Limit::limit).convert(text);
    }

    private static Integer limit(String text) {
      return number(
          text,
          limit -> {
            if (limit > MAX) {
              throw new IllegalArgumentException("at most %d, not %d".formatted(MAX, limit));
            }
            return Math.toIntExact(limit);
          });
    }
  }

  /// A number of days.
  static final class Days implements ITypeConverter<Integer> {
    private static final int MAX = 36_500;

    @Override
    public Integer convert(String text) {
      return refusing(Days::days).convert(text);
    }

    private static Integer days(String text) {
      return number(
          text,
          days -> {
            if (days > MAX) {
              throw new IllegalArgumentException("at most %d, not %d".formatted(MAX, days));
            }
            return Math.toIntExact(days);
          });
    }
  }

  private static Window window(String text) {
    try {
      return new Window(Integer.parseInt(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be a whole number of hours from 1 to 8760, not '%s'".formatted(text), e);
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "must be a day like 2026-11-30, not '%s'".formatted(text), e);
    }
  }

  private static <T> T number(String text, LongFunction<T> make) {
    long number;
    try {
      number = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number, not '%s'".formatted(text), e);
    }
    if (number < 1) {
      throw new IllegalArgumentException("must be at least 1, not %d".formatted(number));
    }
    return make.apply(number);
  }

  private static <T> T one(String text, List<T> legal, Function<T, String> code) {
    return legal.stream()
        .filter(value -> code.apply(value).equalsIgnoreCase(text))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of %s, not '%s'"
                        .formatted(
                            legal.stream().map(code).collect(Collectors.joining(", ")), text)));
  }

  private static <T> Converter<T> refusing(Function<String, T> convert) {
    return text -> {
      try {
        return convert.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }

  /// One that throws nothing checked.
  private interface Converter<T> extends ITypeConverter<T> {
    @Override
    T convert(String text);
  }
}
