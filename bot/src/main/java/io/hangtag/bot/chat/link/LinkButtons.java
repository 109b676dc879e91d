package io.hangtag.bot.chat.link;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.Subject;
import java.util.ArrayList;
import java.util.List;

/// The buttons below what was linked.
final class LinkButtons {
  private static final List<LinkType> TYPES =
      List.of(LinkType.FEATURED, LinkType.MENTIONED, LinkType.BACKGROUND);

  private LinkButtons() {}

  static List<List<Button>> below(BatchId batch, Subject subject, LinkType type) {
    List<Button> types =
        TYPES.stream()
            .filter(other -> other != type)
            .map(other -> Button.of(Texts.typeButton(other), new ButtonData.Retype(batch, other)))
            .toList();
    List<Button> undo = new ArrayList<>();
    undo.add(undo(batch));
    if (subject.album().isPresent()) {
      undo.add(Button.of(Texts.onlyThisButton(), new ButtonData.OnlyThis(batch, subject.media())));
    }
    return List.of(types, undo);
  }

  static Button undo(BatchId batch) {
    return Button.of(Texts.undoButton(), new ButtonData.Undo(batch));
  }
}
