package io.hangtag.core.attribution;

import io.hangtag.core.money.Money;
import java.time.LocalDate;

/// One day of a report, in the team's currency.
///
/// @param net of the orders of the day, without what is excluded
/// @param attributed of that what posts earned
/// @param posts published on the day
public record DayFigures(LocalDate day, Money net, Money attributed, int posts) {}
