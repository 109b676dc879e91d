package io.hangtag.core.suggestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.core.team.WorkspaceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// What a team decided on what was suggested.
final class ExperienceQueries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {};

  private final DSLContext db;

  ExperienceQueries(DSLContext db) {
    this.db = db;
  }

  /// Changes whenever a link does.
  long version(WorkspaceId workspace) {
    return db.fetchSingle(
            "select coalesce(max(id), 0) as version from link_events where workspace_id = ?",
            workspace.value())
        .get("version", Long.class);
  }

  /// The newest decisions. What was confirmed and turned out to be wrong was no good suggestion.
  List<Decision> decisions(WorkspaceId workspace, int limit) {
    return db.fetch(
            """
            select suggestion_scores::text as scores,
              is_confirmed and unlink_reason is distinct from 'wrong' as confirmed
            from media_product_links
            where workspace_id = ? and suggestion_scores is not null
              and (is_confirmed or unlink_reason in ('rejected', 'wrong'))
            order by id desc limit ?
            """,
            workspace.value(),
            limit)
        .map(
            row ->
                new Decision(
                    scores(row.get("scores", String.class)), row.get("confirmed", Boolean.class)));
  }

  /// Reasons that there no longer are are left out.
  private static Map<Reason, Double> scores(String json) {
    try {
      Map<Reason, Double> scores = new EnumMap<>(Reason.class);
      JSON.readValue(json, NUMBERS)
          .forEach((code, score) -> Reason.of(code).ifPresent(reason -> scores.put(reason, score)));
      return scores;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("suggestion_scores hold no numbers", e);
    }
  }
}
