package io.hangtag.core.importing;

import io.hangtag.core.sales.Order;

/// An order as an export has it.
///
/// @param line where it begins; for JSON the object's number
record ExportedOrder(long line, Order order) {}
