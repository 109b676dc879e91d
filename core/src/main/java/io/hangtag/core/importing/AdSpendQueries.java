package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.AD_SPEND;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;

import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Reads and writes what one team's ads cost for an import, many rows a statement.
final class AdSpendQueries {
  private final DSLContext db;
  private final long workspace;

  AdSpendQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// What is known of these campaigns on these days, in minor units.
  Map<ExportedSpend.Key, Long> known(Collection<String> campaigns, Collection<LocalDate> days) {
    return db.select(AD_SPEND.CAMPAIGN, AD_SPEND.DAY, AD_SPEND.CURRENCY, AD_SPEND.SPEND_MINOR)
        .from(AD_SPEND)
        .where(
            AD_SPEND.WORKSPACE_ID.eq(workspace),
            anyOf(AD_SPEND.CAMPAIGN, CLOB, campaigns),
            anyOf(AD_SPEND.DAY, LOCALDATE, days))
        .fetchMap(
            row -> new ExportedSpend.Key(row.value1(), row.value2(), row.value3()),
            row -> row.value4());
  }

  /// Stores these, each instead of what was known of its campaign, day and currency.
  void save(List<ExportedSpend> spent, Instant now) {
    GivenRowQueries<ExportedSpend> rows = new GivenRowQueries<>(spent);
    Field<String> campaign = rows.column("campaign", CLOB, ExportedSpend::campaign);
    Field<LocalDate> day = rows.column("day", LOCALDATE, ExportedSpend::day);
    Field<String> currency = rows.column("currency", CLOB, it -> it.key().currency());
    Field<Long> minor = rows.column("spend", BIGINT, it -> it.spend().minor());
    db.insertInto(
            AD_SPEND,
            AD_SPEND.WORKSPACE_ID,
            AD_SPEND.CAMPAIGN,
            AD_SPEND.DAY,
            AD_SPEND.CURRENCY,
            AD_SPEND.SPEND_MINOR,
            AD_SPEND.IMPORTED_AT,
            AD_SPEND.UPDATED_AT)
        .select(
            select(val(workspace), campaign, day, currency, minor, val(now), val(now))
                .from(rows.table()))
        .onConflict(AD_SPEND.WORKSPACE_ID, AD_SPEND.CAMPAIGN, AD_SPEND.DAY, AD_SPEND.CURRENCY)
        .doUpdate()
        .set(AD_SPEND.SPEND_MINOR, excluded(AD_SPEND.SPEND_MINOR))
        .set(AD_SPEND.UPDATED_AT, excluded(AD_SPEND.UPDATED_AT))
        .execute();
  }
}
