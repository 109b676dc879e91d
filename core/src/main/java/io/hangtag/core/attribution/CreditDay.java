package io.hangtag.core.attribution;

/// What a link earned by a post on a day: a row of the kept figures.
///
/// @param day of the order in the team's time zone, in days since 1970-01-01
/// @param revenue in minor units of the currency
/// @param ordersOfLink those of the orders that no earlier post of the link counts
/// @param ordersOfProduct those of the orders that nothing before counts for the product
record CreditDay(
    long product,
    long day,
    long post,
    long link,
    String currency,
    long media,
    long revenue,
    long millionths,
    int orders,
    int ordersOfLink,
    int ordersOfProduct) {}
