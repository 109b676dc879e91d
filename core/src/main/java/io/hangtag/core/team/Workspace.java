package io.hangtag.core.team;

import java.time.ZoneId;
import java.util.Currency;

/// One team with one shop.
public record Workspace(WorkspaceId id, String name, ZoneId timezone, Currency currency) {}
